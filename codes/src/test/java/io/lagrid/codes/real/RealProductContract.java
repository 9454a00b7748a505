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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every product code over the reals must do. A new one joins by saying which code to test; all
 * sets of R responders are then tried, so N should be at most 10.
 */
abstract class RealProductContract {

  private static final long SEED = 20_260_301;

  private RealProductCode code;

  /** The code under test; small. */
  protected abstract RealProductCode newCode();

  @BeforeEach
  void build() {
    code = newCode();
  }

  /** The code under test. */
  protected final RealProductCode code() {
    return code;
  }

  private int workers() {
    return code.parameters().workers();
  }

  private int threshold() {
    return code.parameters().recoveryThreshold();
  }

  private int pieces() {
    return code.sharePartition().m() * code.sharePartition().n();
  }

  @Test
  void everySetOfRespondersDecodesWithinItsErrorBound() {
    ExactRound round = new ExactRound(code, Randomness.insecure(SEED));
    int tried = 0;
    for (List<Integer> workers : Subsets.ofSize(workers(), threshold())) {
      Decoding.Decodable decodable = decode(workers);
      assertThat(decodable.used()).isEqualTo(workers);
      double error = round.error(workers, decodable.coefficients().get(0));
      assertThat(error)
          .as("answers of %s, seed %d", workers, SEED)
          .isLessThanOrEqualTo(bound(code.conditioning(workers)));
      tried++;
    }
    assertThat(tried).isEqualTo((int) Subsets.binomial(workers(), threshold()));
  }

  private double bound(Conditioning conditioning) {
    int combined = code.grid().leftBlocks() + code.grid().rightBlocks() + threshold() * pieces();
    int inner = ExactRound.INNER * code.sharePartition().p();
    return conditioning.errorBound(inner, combined, 1, 1);
  }

  private Decoding.Decodable decode(List<Integer> workers) {
    List<Integer> order = new ArrayList<>(workers);
    Collections.reverse(order);
    Decoder decoder = code.newDecoder(Arithmetic.real(), 0);
    for (int i = 0; i < order.size(); i++) {
      assertThat(decoder.offer(order.get(i), Projection.NONE)).isEqualTo(i + 1 == threshold());
    }
    return (Decoding.Decodable) decoder.outcome();
  }

  @Test
  void theConditionNumberIsThatOfTheAnswers() {
    for (List<Integer> workers : Subsets.ofSize(workers(), threshold())) {
      Conditioning conditioning = code.conditioning(workers);
      assertThat(conditioning.conditionNumber()).isGreaterThanOrEqualTo(1 - 1e-12).isLessThan(1e9);
      assertThat(conditioning.amplification())
          .isEqualTo(Amplification.of(code, workers))
          .isGreaterThanOrEqualTo(1 - 1e-9);
    }
    List<Integer> tooMany = Collections.nCopies(threshold() + 1, 0);
    assertThatIllegalArgumentException().isThrownBy(() -> code.conditioning(tooMany));
  }

  @Test
  void everyWorkerHoldsItsShareOfBlocks() {
    Partition share = code.sharePartition();
    RealField real = RealField.instance();
    assertThat(code.encoding(0, real).coefficients().rows())
        .isEqualTo(workers() * share.m() * share.p());
    assertThat(code.encoding(1, real).coefficients().rows())
        .isEqualTo(workers() * share.p() * share.n());
    for (int operand = 0; operand < 2; operand++) {
      assertThat(code.encoding(operand, real).dataBlocks()).isEqualTo(code.grid().blocks(operand));
      assertThat(code.encoding(operand, real).noiseBlocks()).isZero();
    }
  }

  @Test
  void decodeMatricesAreExactToRounding() {
    Matrix answers = code.answers();
    for (List<Integer> workers : Subsets.ofSize(workers(), threshold()).subList(0, 3)) {
      Matrix system = code.rows(answers, workers);
      Matrix decode = code.decodeRows(workers);
      for (int b = 0; b < decode.rows(); b++) {
        for (int u = 0; u < system.columns(); u++) {
          assertThat(residual(decode, b, system, u))
              .isLessThanOrEqualTo(decode.columns() * largest(decode, b) * 0x1p-52);
        }
      }
    }
  }

  /** |Σ_i d[b][i]·g[i][u] − p[b][u]|. */
  private double residual(Matrix decode, int b, Matrix system, int u) {
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

  @Test
  void whatIsNotSupportedIsRefused() {
    assertThatThrownBy(() -> code.encoding(0, PrimeField.of(101)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("over the reals, not over GF(101)");
    assertThatThrownBy(() -> code.encoding(2, RealField.instance()))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void theNumbersAreConsistent() {
    assertThat(threshold()).isBetween(1, workers());
    assertThat(newCode().parameters())
        .isEqualTo(code.parameters())
        .hasSameHashCodeAs(code.parameters());
    assertThat(code.parameters().named()).containsAllEntriesOf(code.grid().named());
    assertThat(code.batch()).isEqualTo(code.parameters().grid().batch());
  }
}
