package io.lagrid.engine.evaluate;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.engine.Environment;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Settings;
import io.lagrid.engine.Settings.ArithmeticChoice;
import io.lagrid.engine.Settings.Verification;
import io.lagrid.engine.plan.Digits;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.plan.Planner;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.CutTest;
import io.lagrid.engine.polynomial.DegreeTest;
import io.lagrid.engine.polynomial.Gram;
import io.lagrid.engine.polynomial.MatrixProduct;
import io.lagrid.engine.polynomial.OperandScale;
import io.lagrid.engine.polynomial.PolynomialMap;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Decides everything about an evaluation, from its operands or from their shapes. Immutable. */
record MapDesigner(Cutting cutting, int workers, Settings settings) {

  /** Entries of a block that a user's map is tested on. */
  private static final int TESTED = 4096;

  MapBlueprint blueprint(Lagrid lagrid, MapOperands operands) {
    test(lagrid.environment());
    Planner planner = new Planner(lagrid.environment().catalog());
    MapWorkload workload = workload(planner, operands.scales(), operands.integers());
    return new MapBlueprint(
        operands,
        workload.numbers(),
        workload.operation(),
        planner.best(request(workload)),
        settings.tolerance(),
        verified());
  }

  /** All codes side by side. */
  PlanTable table(Lagrid lagrid, MapOperands operands) {
    Planner planner = new Planner(lagrid.environment().catalog());
    return planner.table(request(workload(planner, operands.scales(), operands.integers())));
  }

  /** What to plan for if there are doubles between −1 and 1. */
  PlanRequest typical() {
    return request(
        workload(
            new Planner(CodeCatalog.standard()),
            Collections.nCopies(cutting.map().operands(), OperandScale.TYPICAL),
            /* integers= */ false));
  }

  private PlanRequest request(MapWorkload workload) {
    Requirement requirement =
        new Requirement(
            workload.operation(),
            workers,
            settings.tolerance(),
            workload.numbers().arithmetic().exact(),
            verified(),
            settings.partition());
    return new PlanRequest(requirement, settings.code(), workload, settings.caps());
  }

  private MapWorkload workload(Planner planner, List<OperandScale> scales, boolean integers) {
    if (integers && settings.arithmetic() == ArithmeticChoice.REAL) {
      throw new IllegalArgumentException(
          "integers are computed exactly; for real arithmetic, hand in doubles");
    }
    if (integers) {
      return workload(MapNumbers.integers(cutting, scales), scales);
    }
    Supplier<MapWorkload> fixed =
        () -> workload(MapNumbers.fixedPoint(cutting, scales, settings.bits()), scales);
    if (exact(/* integers= */ false)) {
      return fixed.get();
    }
    MapWorkload real = workload(MapNumbers.real(cutting.map()), scales);
    boolean needed =
        settings.arithmetic() == ArithmeticChoice.AUTO
            && Digits.needExact(planner, request(real), () -> request(fixed.get()));
    return needed ? fixed.get() : real;
  }

  private MapWorkload workload(MapNumbers numbers, List<OperandScale> scales) {
    return new MapWorkload(cutting, numbers, scales, operation(scales));
  }

  private Tolerance tolerance() {
    return settings.tolerance();
  }

  /**
   * Tests a user's map on the smallest blocks that workers may get, and its degree once more on
   * larger ones.
   */
  private void test(Environment environment) {
    PolynomialMap map = cutting.map();
    if (DegreeTest.needed(map)) {
      PrimeField field = PrimeField.of(Primes.largest(1).get(0));
      Randomness random = environment.secrets().get();
      List<BlockShape> smallest = cutting.blockShapes(cutting.pieces());
      new DegreeTest(field, environment.kernels()).require(map, smallest, random);
      new CutTest(field, environment.kernels(), random).require(map, smallest);
      List<BlockShape> larger = cutting.blockShapes(larger(smallest));
      if (!larger.equals(smallest)) {
        new DegreeTest(field, environment.kernels()).require(map, larger, random);
      }
    }
  }

  /** Into how many blocks to cut, that none has more than {@link #TESTED} entries if it can be. */
  private int larger(List<BlockShape> smallest) {
    if (cutting instanceof PointCutting) {
      return cutting.pieces();
    }
    long entries =
        smallest.stream().mapToLong(one -> (long) one.rows() * one.columns()).max().orElse(1);
    long pieces = Math.max(1, TESTED / entries);
    return Math.toIntExact((cutting.pieces() + pieces - 1) / pieces);
  }

  /** Products and Gram matrices alone are checked on arrival. */
  private boolean verified() {
    PolynomialMap map = cutting.map();
    boolean possible = map instanceof Gram || map instanceof MatrixProduct;
    if (!possible && settings.verification() == Verification.FREIVALDS) {
      throw new IllegalArgumentException(
          "answers of %s cannot be checked by Freivalds, only computed again; without it the decoder locates liars"
              .formatted(map.name()));
    }
    return settings.verifies() && possible;
  }

  private boolean exact(boolean integers) {
    boolean locates = tolerance().adversaries() > 0 && !verified();
    return settings.arithmetic() == ArithmeticChoice.EXACT
        || (settings.arithmetic() == ArithmeticChoice.AUTO
            && (integers || tolerance().colluders() > 0 || locates));
  }

  private Operation.Evaluation operation(List<OperandScale> scales) {
    PolynomialMap map = cutting.map();
    int degree = tolerance().colluders() > 0 ? map.degree() : Math.max(1, map.degreeOfCut());
    double[] largest = scales.stream().mapToDouble(OperandScale::largest).toArray();
    return new Operation.Evaluation(
        map.name(), degree, cutting.pieces(), map.bound(largest, cutting.shapes()));
  }
}
