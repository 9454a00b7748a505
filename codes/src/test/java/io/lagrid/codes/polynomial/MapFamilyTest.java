package io.lagrid.codes.polynomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Proposal;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Subsets;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.lagrange.LagrangeParameters;
import io.lagrid.codes.minors.MinorVerdict;
import io.lagrid.codes.privacy.PrivacyCheck;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MapFamilyTest {

  private static final Operation.Evaluation CUBIC = new Operation.Evaluation("cubic", 3, 1000, 1);

  private static final List<CodeFamily> FAMILIES = List.of(MapFamily.lcc(), MapFamily.repetition());

  private static Requirement requirement(int workers, Tolerance tolerance) {
    return new Requirement(CUBIC, workers, tolerance, true, false, Optional.empty());
  }

  /** Against the requirement itself, for every K: R + S + 2A ≤ N. */
  @Test
  void everyProposalHasTheLargestPossibleNumberOfBlocks() {
    int offers = 0;
    for (int workers = 1; workers <= 14; workers++) {
      for (int reserve = 0; reserve <= 5; reserve++) {
        for (int colluders = 0; colluders <= 2; colluders++) {
          Tolerance tolerance = new Tolerance(reserve % 2, reserve / 2, colluders);
          Requirement requirement = requirement(workers, tolerance);
          for (CodeFamily family : FAMILIES) {
            int most = largest(family.description().name().equals("lcc"), requirement);
            assertThat(blocks(family, requirement)).isEqualTo(most);
            offers++;
          }
        }
      }
    }
    assertThat(offers).isEqualTo(14 * 6 * 3 * 2);
  }

  private static int largest(boolean lagrange, Requirement requirement) {
    int colluders = requirement.tolerance().colluders();
    int largest = 0;
    for (int blocks = 1; blocks <= requirement.workers(); blocks++) {
      int threshold =
          lagrange
              ? (blocks + colluders - 1) * 3 + 1
              : requirement.workers() - requirement.workers() / blocks + 1;
      boolean possible = threshold <= requirement.largestThreshold();
      largest = possible && (lagrange || colluders == 0) ? blocks : largest;
    }
    return largest;
  }

  /** Repetition is chosen when N < K·deg f − 1 (Yu et al., 2019). */
  @Test
  void repetitionWinsWhenWorkersAreFewForTheDegree() {
    for (int workers = 3; workers <= 4; workers++) {
      Requirement few = requirement(workers, Tolerance.NONE);
      assertThat(blocks(MapFamily.repetition(), few)).isGreaterThan(blocks(MapFamily.lcc(), few));
    }
    Requirement lossy = requirement(12, Tolerance.stragglers(5));
    assertThat(blocks(MapFamily.repetition(), lossy)).isLessThan(blocks(MapFamily.lcc(), lossy));
  }

  @Test
  void productsAreLeftToTheProductCodes() {
    Requirement product =
        new Requirement(
            Operation.Product.of(9, 9, 9), 9, Tolerance.NONE, true, false, Optional.empty());
    for (CodeFamily family : FAMILIES) {
      assertThat(family.propose(product)).isInstanceOf(Proposal.Codes.class);
    }
  }

  private static int blocks(CodeFamily family, Requirement requirement) {
    return family.propose(requirement) instanceof Proposal.Codes codes
        ? ((MapCode) codes.codes().get(0)).dataBlocks()
        : 0;
  }

  @Test
  void noBlockIsPaddingAlone() {
    assertThat(new Operation.Evaluation("", 1, 5, 1).blocks(4)).isEqualTo(3); // 2 + 2 + 1
    assertThat(new Operation.Evaluation("", 1, 3, 1).blocks(9)).isEqualTo(3);
    assertThat(new Operation.Evaluation("", 1, 100, 1).blocks(7)).isEqualTo(7);
  }

  @Test
  void theRealsHideNothingAndLocateNobody() {
    for (Tolerance tolerance : List.of(new Tolerance(0, 0, 1), new Tolerance(0, 1, 0))) {
      Requirement real = new Requirement(CUBIC, 20, tolerance, false, false, Optional.empty());
      for (CodeFamily family : FAMILIES) {
        assertThat(((Proposal.Refusal) family.propose(real)).reason()).contains("exact");
      }
    }
  }

  @Test
  void everySetOfColludersSeesNoiseOfFullRankInBothKindsOfOperands() {
    LagrangeMapCode code = new LagrangeMapCode(new LagrangeParameters(9, 2, 2, 3));
    PrimeField field = PrimeField.of(Primes.largest(1).get(0));
    for (int operand : new int[] {MapCode.CUT, MapCode.COMMON}) {
      MinorVerdict verdict = PrivacyCheck.check(code.encoding(operand, field), field, 3);
      assertThat(verdict.passed()).isTrue();
      assertThat(verdict.submatrices()).isEqualTo(Subsets.binomial(9, 3));
    }
    assertThat(code.encoding(MapCode.COMMON, field).dataBlocks()).isEqualTo(1);
    assertThatThrownBy(() -> code.encoding(2, field)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  /** Over GF(11), every value of w and of both noise blocks: two workers see no difference. */
  @Test
  void sharesOfTheCommonOperandDoNotDependOnIt() {
    PrimeField field = PrimeField.of(11);
    LagrangeMapCode code = new LagrangeMapCode(new LagrangeParameters(7, 2, 2, 2));
    Encoding encoding = code.encoding(MapCode.COMMON, field);
    long sets = 0;
    for (List<Integer> pool : Subsets.ofSize(7, 2)) {
      Map<List<Double>, Integer> first = distribution(field, encoding, pool, 0);
      assertThat(first).hasSize(121);
      for (int w = 1; w < 11; w++) {
        assertThat(distribution(field, encoding, pool, w)).isEqualTo(first);
      }
      sets++;
    }
    assertThat(sets).isEqualTo(Subsets.binomial(7, 2));
  }

  private static Map<List<Double>, Integer> distribution(
      PrimeField field, Encoding encoding, List<Integer> pool, int w) {
    Map<List<Double>, Integer> counts = new HashMap<>();
    for (int noise = 0; noise < 121; noise++) {
      double[] blocks = {field.of((long) w), field.of((long) noise / 11), field.of(noise % 11L)};
      List<Double> seen = pool.stream().map(i -> coded(field, encoding, i, blocks)).toList();
      counts.merge(seen, 1, Integer::sum);
    }
    return counts;
  }

  private static double coded(PrimeField field, Encoding encoding, int worker, double[] blocks) {
    double sum = 0;
    for (int k = 0; k < blocks.length; k++) {
      sum = field.add(sum, field.multiply(encoding.coefficients().get(worker, k), blocks[k]));
    }
    return sum;
  }

  @Test
  void theCommonOperandIsSentAsItIsWhereNothingIsHidden() {
    for (MapCode code :
        List.of(
            new LagrangeMapCode(new LagrangeParameters(6, 2, 2, 0)),
            new RepeatedMapCode(new RepeatedMapParameters(6, 2)))) {
      Encoding common = code.encoding(MapCode.COMMON, Arithmetic.real().plane(0));
      assertThat(common.coefficients().toArray()).containsOnly(1.0).hasSize(6);
      assertThat(common.noiseBlocks()).isZero();
      assertThat(code.parameters().named()).containsEntry("K", 2);
    }
  }

  @Test
  void parametersWithoutACodeAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RepeatedMapParameters(3, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new RepeatedMapParameters(3, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Operation.Evaluation("f", 0, 1, 1));
  }
}
