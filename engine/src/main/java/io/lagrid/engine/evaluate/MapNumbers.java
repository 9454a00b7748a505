package io.lagrid.engine.evaluate;

import io.lagrid.algebra.exact.ResidueSystem;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.engine.partition.BlockGrid;
import io.lagrid.engine.partition.ExactNumbers;
import io.lagrid.engine.partition.Numbers;
import io.lagrid.engine.partition.RealNumbers;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.DegreeTest;
import io.lagrid.engine.polynomial.FixedPointMap;
import io.lagrid.engine.polynomial.OperandScale;
import io.lagrid.engine.polynomial.PolynomialMap;
import io.lagrid.engine.report.RunReport;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The numbers a map is computed with.
 *
 * <p><b>Integers</b> go through as many primes as hold the map's bound, so that nothing wraps: a
 * value beyond int64 is seen when it is read. <b>Doubles</b> in exact arithmetic become integers
 * x·2^b with |error| ≤ ε·max|x|; since the bound M(|x|) of a map grows at most like its degree d,
 * M(m(1 + ε)) ≤ (1 + ε)^d·M(m), its value errs by at most ((1 + ε)^d − 1)·M, to which the rounding
 * of coefficients and of the result are added.
 *
 * @param map the map over these numbers
 * @param operands per operand, how its numbers are converted
 * @param values how values are converted back
 * @param bits fractional bits per operand; all 0 for integers and reals
 * @param error a bound on what conversion does to a value, in units of M
 */
record MapNumbers(
    PolynomialMap map, List<Numbers> operands, Numbers values, List<Integer> bits, double error) {

  /** Conversion is kept below 2^-44·M, like that of products. */
  private static final double ALLOWED = 0x1p-45;

  /**
   * How many times its own bound a user's map gets room for. Values beyond a bound that is too low
   * wrap around; with that much room those that do not stay below it but for one in so many.
   */
  private static final BigInteger SPARE = BigInteger.TWO.pow(22);

  Arithmetic arithmetic() {
    return values.arithmetic();
  }

  List<Block> cut(int operand, Operand source, BlockGrid grid) {
    return operands.get(operand).cut(0, List.of(source), grid);
  }

  Operand assemble(List<Block> blocks, BlockGrid grid) {
    return values.assemble(blocks, grid).get(0);
  }

  RunReport.ArithmeticReport report() {
    return new RunReport.ArithmeticReport(
        arithmetic().exact(),
        arithmetic().primes(),
        bits.get(0),
        bits.size() > 1 ? bits.get(1) : 0);
  }

  /** Doubles as they are. */
  static MapNumbers real(PolynomialMap map) {
    if (Double.isNaN(map.roundings(1))) {
      throw new IllegalArgumentException(
          "%s states no bound on roundings, so it is not for floating point; hand in integers"
              .formatted(map.name()));
    }
    return uniform(map, new RealNumbers());
  }

  private static MapNumbers uniform(PolynomialMap map, Numbers numbers) {
    List<Numbers> each = new ArrayList<>();
    List<Integer> bits = new ArrayList<>();
    for (int i = 0; i < map.operands(); i++) {
      each.add(numbers);
      bits.add(0);
    }
    return new MapNumbers(map, each, numbers, bits, 0);
  }

  /** Residues modulo as many primes as the map's bound on integers needs, and {@link #SPARE}. */
  static MapNumbers integers(Cutting cutting, List<OperandScale> scales) {
    PolynomialMap map = cutting.map();
    if (!map.integral()) {
      throw new IllegalArgumentException(
          "%s has coefficients that are no integers; hand in doubles".formatted(map.name()));
    }
    double[] largest = scales.stream().mapToDouble(OperandScale::largest).toArray();
    return uniform(map, ExactNumbers.integers(residues(map, largest, cutting.shapes())));
  }

  /** Residues modulo as many primes as doubles in fixed point need. */
  static MapNumbers fixedPoint(Cutting cutting, List<OperandScale> scales, OptionalInt chosenBits) {
    PolynomialMap map = cutting.map();
    double share = ALLOWED / (2 * map.degree());
    List<OperandScale> chosen =
        scales.stream()
            .map(
                scale ->
                    chosenBits.isPresent()
                        ? scale.withBits(chosenBits.getAsInt())
                        : scale.rounded(share))
            .toList();
    FixedPointMap fixed =
        map.inFixedPoint(chosen, ALLOWED / 2)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        map.name() + " has no fixed-point form; hand in integers"));
    return fixedPoint(cutting, scales, fixed);
  }

  private static MapNumbers fixedPoint(
      Cutting cutting, List<OperandScale> scales, FixedPointMap fixed) {
    double[] integers = new double[scales.size()];
    double worst = 0;
    for (int i = 0; i < integers.length; i++) {
      OperandScale scale = scales.get(i).withBits(fixed.bits().get(i));
      integers[i] = scale.largestInteger();
      worst = Math.max(worst, scale.relativeError());
    }
    ResidueSystem residues = residues(fixed.map(), integers, cutting.shapes());
    int primes = residues.arithmetic().size();
    double reading = ((primes + 1) / 2 - 1) * 0x1p-52;
    double rounding = Math.expm1(cutting.map().degree() * Math.log1p(worst));
    List<Numbers> each = new ArrayList<>();
    fixed.bits().forEach(bits -> each.add(ExactNumbers.fixedPoint(residues, bits)));
    return new MapNumbers(
        fixed.map(),
        each,
        ExactNumbers.fixedPoint(residues, fixed.resultBits()),
        fixed.bits(),
        (rounding + fixed.error() + reading) * (1 + 0x1p-20));
  }

  private static ResidueSystem residues(
      PolynomialMap map, double[] largest, List<BlockShape> shapes) {
    double bound = map.bound(largest, shapes);
    if (bound >= 0 && bound <= Double.MAX_VALUE) {
      BigInteger magnitude = new BigDecimal(bound).toBigInteger().add(BigInteger.ONE);
      if (DegreeTest.needed(map)) {
        magnitude = magnitude.multiply(SPARE);
      }
      for (int primes = 1; primes <= Primes.available(); primes++) {
        ResidueSystem residues = ResidueSystem.ofPrimes(primes);
        if (residues.capacity().compareTo(magnitude) >= 0) {
          return residues;
        }
      }
    }
    throw new IllegalArgumentException(
        "values of %s may reach %.3g, but %d primes hold only magnitudes up to 2^%d"
            .formatted(
                map.name(),
                bound,
                Primes.available(),
                ResidueSystem.ofPrimes(Primes.available()).capacity().bitLength() - 1));
  }
}
