package io.lagrid.codes.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.linear.SingularValues;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;
import io.lagrid.codes.Subsets;
import io.lagrid.codes.decode.ResponderSurvey;
import io.lagrid.codes.product.EntangledCode;
import io.lagrid.codes.product.EntangledParameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Condition numbers grow as the theory says, and powers of real points show why it matters. */
final class ConditioningTest {

  private final Randomness random = Randomness.insecure(5);

  private static ResponderSurvey amplifications(ProductCode code) {
    int threshold = code.parameters().recoveryThreshold();
    return ResponderSurvey.of(
        code.parameters().workers(),
        20,
        Double.POSITIVE_INFINITY,
        order -> Amplification.of(code, order.subList(0, threshold)));
  }

  private static RealProductCode orthomatdot(int missing, int p) {
    return new OrthoMatdotCode(
        RealProductParameters.of(RealScheme.ORTHOMATDOT, 2 * p - 1 + missing, p, 1, 1));
  }

  private static RealProductCode rotation(int missing, int side) {
    return new RotationCode(
        RealProductParameters.of(
            RealScheme.ROTATION, side * side + missing, 1, 2 * side, 2 * side));
  }

  /** The R workers that are left when the last ones are missing. */
  private static List<Integer> first(int count) {
    List<Integer> workers = new ArrayList<>();
    for (int worker = 0; worker < count; worker++) {
      workers.add(worker);
    }
    return workers;
  }

  private static double conditionNumber(RealProductCode code) {
    return code.conditioning(first(code.parameters().recoveryThreshold())).conditionNumber();
  }

  @Test
  void orthomatdotGrowsLikeTheSquareOfTheWorkersPerStraggler() {
    for (int missing = 1; missing <= 3; missing++) {
      double small = conditionNumber(orthomatdot(missing, 10));
      double large = conditionNumber(orthomatdot(missing, 20));
      double ratio = (double) (39 + missing) / (19 + missing);
      assertThat(large / small)
          .as("S = %d", missing)
          .isGreaterThan(1)
          .isLessThanOrEqualTo(Math.pow(ratio, 2 * missing));
    }
  }

  @Test
  void rotationsGrowMoreSlowlyThanTheirBound() {
    for (int missing = 0; missing <= 3; missing++) {
      double small = conditionNumber(rotation(missing, 3));
      double large = conditionNumber(rotation(missing, 6));
      double ratio = (36.0 + missing) / (9 + missing);
      assertThat(large / small).isLessThanOrEqualTo(Math.pow(ratio, missing + 5.5));
    }
    assertThat(conditionNumber(rotation(0, 5))).isLessThan(1 + 1e-9); // all roots: orthogonal
  }

  @Test
  void powersOfRealPointsLoseEveryDigitWhereTheseCodesLoseAFew() {
    ProductCode powers = new EntangledCode(EntangledParameters.polynomial(51, 7, 7));
    ProductCode chebyshev =
        new OrthoPolynomialCode(RealProductParameters.of(RealScheme.ORTHOPOLY, 51, 1, 7, 7));
    assertThat(amplifications(powers).typical()).isGreaterThan(1e15);
    assertThat(amplifications(chebyshev).typical()).isLessThan(1e4);
    assertThat(amplifications(rotation(2, 7)).worst()).isLessThan(1e4);
  }

  @Test
  void droppingTheConstantFromTheOperandsBuysNothingAtEqualStragglers() {
    for (int missing = 1; missing <= 3; missing++) {
      for (int p : new int[] {5, 10}) {
        double with = conditionNumber(orthomatdot(missing, p));
        double without = WithoutConstant.conditionNumber(missing, p);
        assertThat(without).as("p = %d, S = %d", p, missing).isGreaterThan(with);
      }
    }
  }

  @Test
  void aRotationCodesConditionNumberIsThatOfItsWholeSystem() {
    RealProductCode code = rotation(2, 2);
    for (List<Integer> workers : Subsets.ofSize(6, 4)) {
      double whole = SingularValues.conditionNumber(code.rows(code.answers(), workers));
      assertThat(code.conditioning(workers).conditionNumber()).isCloseTo(whole, within(1e-9));
    }
  }

  @Test
  void lagrangeCodesTakeBatches() {
    ProductGrid grid = new ProductGrid(3, new Partition(1, 2, 1));
    LagrangeChebyshevCode code =
        new LagrangeChebyshevCode(
            new RealProductParameters(RealScheme.LAGRANGE_CHEBYSHEV, 12, grid, 0));
    assertThat(code.parameters().recoveryThreshold()).isEqualTo(11);
    assertThat(code.batch()).isEqualTo(3);
    ExactRound round = new ExactRound(code, random);
    for (List<Integer> workers : Subsets.ofSize(12, 11)) {
      assertThat(round.error(workers, code.decodeRows(workers))).isLessThan(1e-11);
    }
  }

  @Test
  void theWorstOfASurveyIsTheWorstOfAllSets() {
    for (RealProductCode code : List.of(orthomatdot(2, 4), rotation(2, 2))) {
      int workers = code.parameters().workers();
      List<Double> all = new ArrayList<>();
      for (List<Integer> set : Subsets.ofSize(workers, code.parameters().recoveryThreshold())) {
        all.add(code.conditioning(set).conditionNumber());
      }
      assertThat(all).hasSize((int) Subsets.binomial(workers, 2));
      ResponderSurvey found = code.conditionNumbers();
      assertThat(found.worst()).isEqualTo(Collections.max(all));
      assertThat(found.typical()).isIn(all).isLessThan(found.worst());
    }
  }

  @Test
  void answersThatDoNotDecodeHaveNoAmplification() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Amplification.of(orthomatdot(2, 2), List.of(0, 1)))
        .withMessageContaining("do not decode");
  }

  @Test
  void parametersWithoutACodeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RealProductParameters.of(RealScheme.ORTHOMATDOT, 4, 3, 1, 1))
        .withMessageContaining("R = 5; N ≥ R workers are needed, not 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RealProductParameters.of(RealScheme.ROTATION, 9, 2, 2, 2))
        .withMessageContaining("rotation");
    ProductGrid batch = new ProductGrid(2, Partition.WHOLE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RealProductParameters(RealScheme.CIRCULANT, 9, batch, 0))
        .withMessageContaining("one product");
  }

  @Test
  void circulantGroupsAreOneLessThanAPrime() {
    for (int workers = 1; workers <= 200; workers++) {
      int prime = RealScheme.smallestPrime(workers);
      assertThat(prime).isGreaterThanOrEqualTo(workers);
      for (int divisor = 2; divisor < prime; divisor++) {
        assertThat(prime % divisor).isNotZero();
      }
    }
  }
}
