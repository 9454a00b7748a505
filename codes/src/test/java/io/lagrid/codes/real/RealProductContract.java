package io.lagrid.codes.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Projection;
import io.lagrid.codes.Subsets;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every product code over the reals must do. A new one joins by giving a few instances of it,
 * three at least; all sets of R responders are then tried, so N should be at most 10.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RealProductContract {

  private static final long SEED = 20_260_301;

  /** The parameters of the codes under test: small, and different in N and partition. */
  protected abstract List<RealProductParameters> instances();

  /** The code with these parameters. */
  protected abstract RealProductCode code(RealProductParameters parameters);

  /** A test of every code. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @ParameterizedTest
  @MethodSource("instances")
  private @interface ForEveryCode {}

  private static int workers(RealProductCode code) {
    return code.parameters().workers();
  }

  private static int threshold(RealProductCode code) {
    return code.parameters().recoveryThreshold();
  }

  private static int pieces(RealProductCode code) {
    return code.sharePartition().m() * code.sharePartition().n();
  }

  @Test
  void theCodesUnderTestDiffer() {
    assertThat(instances()).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
    assertThat(instances().stream().map(RealProductParameters::workers).distinct().count())
        .as("numbers of workers among %s", instances())
        .isGreaterThanOrEqualTo(2);
  }

  @ForEveryCode
  void everySetOfRespondersDecodesWithinItsErrorBound(RealProductParameters parameters) {
    RealProductCode code = code(parameters);
    ExactRound round = new ExactRound(code, Randomness.insecure(SEED));
    int tried = 0;
    for (List<Integer> workers : Subsets.ofSize(workers(code), threshold(code))) {
      Decoding.Decodable decodable = decode(code, workers);
      assertThat(decodable.used()).isEqualTo(workers);
      double error = round.error(workers, decodable.coefficients().get(0));
      assertThat(error)
          .as("answers of %s, seed %d", workers, SEED)
          .isLessThanOrEqualTo(bound(code, code.conditioning(workers)));
      tried++;
    }
    assertThat(tried).isEqualTo((int) Subsets.binomial(workers(code), threshold(code)));
  }

  private static double bound(RealProductCode code, Conditioning conditioning) {
    int combined =
        code.grid().leftBlocks() + code.grid().rightBlocks() + threshold(code) * pieces(code);
    int inner = ExactRound.INNER * code.sharePartition().p();
    return conditioning.errorBound(inner, combined, 1, 1);
  }

  private static Decoding.Decodable decode(RealProductCode code, List<Integer> workers) {
    List<Integer> order = new ArrayList<>(workers);
    Collections.reverse(order);
    Decoder decoder = code.newDecoder(Arithmetic.real(), 0);
    for (int i = 0; i < order.size(); i++) {
      assertThat(decoder.offer(order.get(i), Projection.NONE)).isEqualTo(i + 1 == threshold(code));
    }
    return (Decoding.Decodable) decoder.outcome();
  }

  @ForEveryCode
  void theConditionNumberIsThatOfTheAnswers(RealProductParameters parameters) {
    RealProductCode code = code(parameters);
    for (List<Integer> workers : Subsets.ofSize(workers(code), threshold(code))) {
      Conditioning conditioning = code.conditioning(workers);
      assertThat(conditioning.conditionNumber()).isGreaterThanOrEqualTo(1 - 1e-12).isLessThan(1e9);
      assertThat(conditioning.amplification())
          .isEqualTo(Amplification.of(code, workers))
          .isGreaterThanOrEqualTo(1 - 1e-9);
    }
    List<Integer> tooMany = Collections.nCopies(threshold(code) + 1, 0);
    assertThatIllegalArgumentException().isThrownBy(() -> code.conditioning(tooMany));
  }

  @ForEveryCode
  void everyWorkerHoldsItsShareOfBlocks(RealProductParameters parameters) {
    RealProductCode code = code(parameters);
    Partition share = code.sharePartition();
    RealField real = RealField.instance();
    assertThat(code.encoding(0, real).coefficients().rows())
        .isEqualTo(workers(code) * share.m() * share.p());
    assertThat(code.encoding(1, real).coefficients().rows())
        .isEqualTo(workers(code) * share.p() * share.n());
    for (int operand = 0; operand < 2; operand++) {
      assertThat(code.encoding(operand, real).dataBlocks()).isEqualTo(code.grid().blocks(operand));
      assertThat(code.encoding(operand, real).noiseBlocks()).isZero();
    }
  }

  @ForEveryCode
  void decodeMatricesAreExactToRounding(RealProductParameters parameters) {
    RealProductCode code = code(parameters);
    Matrix answers = code.answers();
    for (List<Integer> workers : Subsets.ofSize(workers(code), threshold(code)).subList(0, 3)) {
      Matrix system = code.rows(answers, workers);
      Matrix decode = code.decodeRows(workers);
      for (int b = 0; b < decode.rows(); b++) {
        for (int u = 0; u < system.columns(); u++) {
          assertThat(residual(code, decode, b, system, u))
              .isLessThanOrEqualTo(decode.columns() * largest(decode, b) * 0x1p-52);
        }
      }
    }
  }

  /** |Σ_i d[b][i]·g[i][u] − p[b][u]|. */
  private static double residual(RealProductCode code, Matrix decode, int b, Matrix system, int u) {
    double sum = -code.results().get(b, u);
    for (int i = 0; i < decode.columns(); i++) {
      sum = Math.fma(decode.get(b, i), system.get(i, u), sum);
    }
    return Math.abs(sum);
  }

  private static double largest(Matrix decode, int b) {
    double largest = 1;
    for (int i = 0; i < decode.columns(); i++) {
      largest = Math.max(largest, Math.abs(decode.get(b, i)));
    }
    return largest;
  }

  @ForEveryCode
  void whatIsNotSupportedIsRefused(RealProductParameters parameters) {
    RealProductCode code = code(parameters);
    assertThatThrownBy(() -> code.encoding(0, PrimeField.of(101)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("over the reals, not over GF(101)");
    assertThatThrownBy(() -> code.encoding(2, RealField.instance()))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ForEveryCode
  void theNumbersAreConsistent(RealProductParameters parameters) {
    RealProductCode code = code(parameters);
    assertThat(threshold(code)).isBetween(1, workers(code));
    assertThat(code(parameters).parameters())
        .isEqualTo(code.parameters())
        .hasSameHashCodeAs(code.parameters());
    assertThat(code.parameters().named()).containsAllEntriesOf(code.grid().named());
    assertThat(code.batch()).isEqualTo(code.parameters().grid().batch());
  }
}
