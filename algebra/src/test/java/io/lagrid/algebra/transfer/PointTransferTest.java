package io.lagrid.algebra.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.linear.Lagrange;
import io.lagrid.algebra.linear.Vandermonde;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.transfer.PointTransfer.Chosen;
import io.lagrid.algebra.transform.PlainTransform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PointTransferTest {

  private static final long SEED = 20_260_416;

  private final PrimeField field = PrimeField.of(Primes.largest(1).get(0));
  private final Randomness random = Randomness.insecure(SEED);

  @Test
  void itIsTheLagrangeMatrixForEveryChoiceOfPoints() {
    int[][] sizes = {{0, 0}, {1, 3}, {3, 1}, {3, 3}, {4, 6}, {6, 4}, {7, 8}};
    int checked = 0;
    for (int[] logs : sizes) {
      for (int count : new int[] {1, (1 << logs[0]) / 2 + 1, 1 << logs[0]}) {
        check(logs[0], logs[1], Math.min(count, 1 << logs[0]));
        checked++;
      }
    }
    assertThat(checked).isEqualTo(3 * sizes.length);
  }

  private void check(int logFrom, int logTo, int count) {
    Coset a = new Coset(field, logFrom, Coset.outside(field, Math.max(logFrom, logTo)));
    Coset b = new Coset(field, logTo, 1);
    int[] from = subset(a.size(), count);
    int[] to = subset(b.size(), (b.size() + 1) / 2);
    PointTransfer transfer =
        PointTransfer.between(new Chosen(a, from), new Chosen(b, to), new PlainTransform());
    check(transfer, Lagrange.coefficients(field, points(a, from), points(b, to)));
  }

  @Test
  void withinACosetWhatIsKnownIsCopiedAndTheRestIsTheLagrangeMatrix() {
    for (int log : new int[] {0, 1, 3, 4}) {
      for (double shift : new double[] {1, Coset.outside(field, log)}) {
        Coset coset = new Coset(field, log, shift);
        for (int count = 1; count <= coset.size(); count++) {
          int[] from = subset(coset.size(), count);
          int[] to = subset(coset.size(), 1 + random.nextInt(coset.size()));
          PointTransfer transfer =
              PointTransfer.between(
                  new Chosen(coset, from), new Chosen(coset, to), new PlainTransform());
          check(transfer, Lagrange.coefficients(field, points(coset, from), points(coset, to)));
        }
      }
    }
  }

  @Test
  void coefficientsAreEvaluatedAndFoundAgain() {
    for (int log : new int[] {0, 2, 4}) {
      for (double shift : new double[] {1, Coset.outside(field, log)}) {
        Coset coset = new Coset(field, log, shift);
        for (int count = 1; count <= coset.size(); count++) {
          int[] points = subset(coset.size(), count);
          int[] exponents = subset(count, 1 + random.nextInt(count));
          double[] at = points(coset, points);
          PointTransfer out = PointTransfer.fromCoefficients(exponents, new Chosen(coset, points));
          check(out, Vandermonde.matrix(field, at, exponents));
          PointTransfer back =
              PointTransfer.toCoefficients(
                  new Chosen(coset, points), exponents, new PlainTransform());
          check(back, Vandermonde.inverseRows(field, at, exponents));
        }
      }
    }
  }

  /** The transfer is this matrix, on blocks of several shapes, the last wider than a stripe. */
  private void check(PointTransfer transfer, Matrix matrix) {
    assertThat(transfer.targets()).isEqualTo(matrix.rows());
    assertThat(transfer.sources()).isEqualTo(matrix.columns());
    for (int[] shape : new int[][] {{1, 1}, {2, 4}, {31, 17}}) {
      List<Matrix> sources = blocks(transfer.sources(), shape[0], shape[1]);
      List<Matrix> targets = blocks(transfer.targets(), shape[0], shape[1]);
      List<Matrix> expected = blocks(transfer.targets(), shape[0], shape[1]);
      transfer.apply(sources, targets, new PlainTransform(), Cancellation.never());
      Kernels.named("plain").combine(field, matrix, sources, expected, Cancellation.never());
      assertThat(targets)
          .as("%d to %d blocks, seed %d", matrix.columns(), matrix.rows(), SEED)
          .isEqualTo(expected);
    }
  }

  private static double[] points(Coset coset, int[] numbers) {
    double[] all = coset.points(coset.size());
    return Arrays.stream(numbers).mapToDouble(number -> all[number]).toArray();
  }

  /** Blocks of which every second one is a view. */
  private List<Matrix> blocks(int count, int rows, int columns) {
    List<Matrix> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Matrix wide = Matrix.zeros(rows, columns + 2);
      random.fill(field, wide.data(), 0, wide.data().length);
      Matrix view = wide.block(0, 1, rows, columns);
      blocks.add(i % 2 == 0 ? view.copy() : view);
    }
    return blocks;
  }

  private int[] subset(int size, int count) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      all.add(random.nextInt(all.size() + 1), i);
    }
    return all.stream().mapToInt(i -> i).limit(count).toArray();
  }

  @Test
  void pointsOutsideNeverMeetTheRootsOfUnity() {
    for (int log = 0; log <= Primes.TWO_ADICITY; log++) {
      double shift = Coset.outside(field, log);
      double[] roots = new Coset(field, log, 1).points(1 << log);
      double[] others = new Coset(field, log, shift).points(1 << log);
      assertThat(Arrays.stream(roots).distinct().count()).isEqualTo(1L << log);
      double[] both = Arrays.copyOf(roots, 2 * roots.length);
      System.arraycopy(others, 0, both, roots.length, others.length);
      assertThat(Arrays.stream(both).distinct().count()).isEqualTo(2L << log);
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Coset(PrimeField.of(7), 2, 1))
        .withMessageContaining("no coset of 2^2 points");
    Chosen one = Chosen.first(new Coset(field, 1, 2), 1);
    PointTransfer transfer =
        PointTransfer.between(one, Chosen.first(new Coset(field, 1, 1), 2), new PlainTransform());
    assertThat(transfer.sources()).isEqualTo(1);
    assertThat(transfer.targets()).isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> transfer.apply(List.of(), List.of(), new PlainTransform(), Cancellation.never()))
        .withMessageContaining("from 1 to 2 values was given 0 and 0 blocks");
  }
}
