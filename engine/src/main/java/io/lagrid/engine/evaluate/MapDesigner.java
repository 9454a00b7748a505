package io.lagrid.engine.evaluate;

import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Proposal;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.polynomial.MapCode;
import io.lagrid.codes.polynomial.MapCodes;
import io.lagrid.codes.polynomial.MapProposal;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Settings;
import io.lagrid.engine.Settings.ArithmeticChoice;
import io.lagrid.engine.Settings.Verification;
import io.lagrid.engine.polynomial.DegreeTest;
import io.lagrid.engine.polynomial.Gram;
import io.lagrid.engine.polynomial.MatrixProduct;
import io.lagrid.engine.polynomial.OperandScale;
import io.lagrid.engine.polynomial.PolynomialMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides everything about an evaluation from its operands and the settings. Immutable. */
record MapDesigner(Lagrid lagrid, Cutting cutting) {

  MapBlueprint blueprint() {
    testDegree();
    boolean verified = verified();
    MapNumbers numbers =
        exact(verified)
            ? MapNumbers.exact(cutting, settings().bits())
            : MapNumbers.real(cutting.map());
    Operation.Evaluation operation = operation();
    Requirement requirement = requirement(operation, numbers, verified);
    MapCode code = best(requirement, operation);
    MapBlueprint blueprint =
        new MapBlueprint(cutting, numbers, operation, code, tolerance(), verified);
    checkMemory(blueprint);
    return blueprint;
  }

  /** What every code of the catalogue has for this map, or why it has nothing. */
  List<MapProposal> proposals() {
    boolean verified = verified();
    MapNumbers numbers =
        exact(verified)
            ? MapNumbers.exact(cutting, settings().bits())
            : MapNumbers.real(cutting.map());
    return proposals(requirement(operation(), numbers, verified), operation());
  }

  private List<MapProposal> proposals(Requirement requirement, Operation.Evaluation operation) {
    List<MapProposal> all = new ArrayList<>(MapCodes.proposals(requirement, operation));
    List<String> known = all.stream().map(MapProposal::family).toList();
    for (CodeFamily family : lagrid.environment().catalog().families()) {
      String name = family.description().name();
      if (!known.contains(name)
          && family.propose(requirement) instanceof Proposal.Refusal refusal) {
        all.add(new MapProposal(name, Optional.empty(), refusal.reason()));
      }
    }
    return all;
  }

  private Settings settings() {
    return lagrid.settings();
  }

  private Tolerance tolerance() {
    return settings().tolerance();
  }

  private void testDegree() {
    PolynomialMap map = cutting.map();
    if (DegreeTest.needed(map)) {
      new DegreeTest(PrimeField.of(Primes.largest(1).get(0)), lagrid.environment().kernels())
          .require(map, cutting.shapes(), lagrid.environment().secrets().get());
    }
  }

  /** Products and Gram matrices alone are checked on arrival. */
  private boolean verified() {
    boolean wanted =
        settings().verification() == Verification.FREIVALDS
            || (settings().verification() == Verification.AUTO && tolerance().adversaries() > 0);
    PolynomialMap map = cutting.map();
    boolean possible = map instanceof Gram || map instanceof MatrixProduct;
    if (wanted && !possible && settings().verification() == Verification.FREIVALDS) {
      throw new IllegalArgumentException(
          "answers of %s cannot be checked by Freivalds, only computed again; without it the decoder locates liars"
              .formatted(map.name()));
    }
    return wanted && possible;
  }

  private boolean exact(boolean verified) {
    boolean integers = cutting.operands(0).get(0) instanceof LongMatrix;
    if (integers && settings().arithmetic() == ArithmeticChoice.REAL) {
      throw new IllegalArgumentException(
          "integers are computed exactly; for real arithmetic, hand in doubles");
    }
    boolean locates = tolerance().adversaries() > 0 && !verified;
    return settings().arithmetic() == ArithmeticChoice.EXACT
        || (settings().arithmetic() == ArithmeticChoice.AUTO
            && (integers || tolerance().colluders() > 0 || locates));
  }

  private Operation.Evaluation operation() {
    PolynomialMap map = cutting.map();
    int degree = tolerance().colluders() > 0 ? map.degree() : Math.max(1, map.degreeOfCut());
    double[] largest =
        MapNumbers.scales(cutting).stream().mapToDouble(OperandScale::largest).toArray();
    return new Operation.Evaluation(
        map.name(), degree, cutting.pieces(), map.bound(largest, cutting.shapes()));
  }

  private Requirement requirement(
      Operation.Evaluation operation, MapNumbers numbers, boolean verified) {
    return new Requirement(
        operation,
        lagrid.cluster().workers(),
        tolerance(),
        numbers.arithmetic().exact(),
        verified,
        settings().partition());
  }

  private MapCode best(Requirement requirement, Operation.Evaluation operation) {
    if (settings().partition().isPresent()) {
      throw new IllegalArgumentException(
          "a partition PxMxN is for products; a map's data are cut into as many blocks as the"
              + " workers allow");
    }
    settings().code().ifPresent(name -> lagrid.environment().catalog().named(name));
    List<MapProposal> proposals =
        proposals(requirement, operation).stream()
            .filter(offer -> settings().code().map(offer.family()::equals).orElse(true))
            .toList();
    return proposals.stream()
        .flatMap(offer -> offer.code().stream())
        .reduce((best, code) -> MapCodes.better(code, best) ? code : best)
        .orElseThrow(() -> refusal(requirement, proposals));
  }

  private static IllegalArgumentException refusal(
      Requirement requirement, List<MapProposal> proposals) {
    return new IllegalArgumentException(
        "no code evaluates this with %s on %d workers (%s)"
            .formatted(
                requirement.tolerance(),
                requirement.workers(),
                proposals.stream()
                    .map(offer -> offer.family() + ": " + offer.reason())
                    .collect(Collectors.joining("; "))));
  }

  private void checkMemory(MapBlueprint blueprint) {
    double bytes = blueprint.held() * blueprint.numbers().arithmetic().size() * Double.BYTES;
    if (bytes > settings().memoryPerWorker()) {
      throw new IllegalArgumentException(
          "needs %.0f bytes per worker, the cap is %d"
              .formatted(bytes, settings().memoryPerWorker()));
    }
  }
}
