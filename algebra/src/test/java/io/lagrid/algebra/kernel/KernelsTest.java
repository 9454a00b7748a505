package io.lagrid.algebra.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Matrix;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The facade: the choice of a provider, and what it refuses. */
final class KernelsTest {

  private static final Field REAL = RealField.instance();

  @Test
  void offersThePlainProviderEverywhere() {
    assertThat(Kernels.available()).contains("plain");
    assertThat(Kernels.named("plain").name()).isEqualTo("plain");
    assertThat(Kernels.fastest().name()).isEqualTo(Kernels.available().get(0));
  }

  @Test
  void namesTheProvidersThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kernels.named("cray"))
        .withMessageContaining("cray")
        .withMessageContaining("plain");
  }

  @Test
  void letsAPropertyChoose() {
    try {
      System.setProperty(Kernels.PROPERTY, "plain");
      assertThat(Kernels.fastest().name()).isEqualTo("plain");
      System.setProperty(Kernels.PROPERTY, "cray");
      assertThatIllegalArgumentException()
          .isThrownBy(Kernels::fastest)
          .withMessageContaining("cray");
    } finally {
      System.clearProperty(Kernels.PROPERTY);
    }
  }

  @Test
  void refusesShapesThatDoNotFit() {
    Matrix a = Matrix.zeros(2, 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> multiply(a, Matrix.zeros(4, 5), Matrix.zeros(2, 5)))
        .withMessage("the product of a 2x3 and a 4x5 matrix does not fit a 2x5 one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> multiply(a, Matrix.zeros(3, 5), Matrix.zeros(3, 5)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> multiply(a, Matrix.zeros(3, 5), Matrix.zeros(2, 4)));
  }

  @Test
  void refusesAProductOverItsOperands() {
    Matrix whole = Matrix.zeros(6, 6);
    Matrix a = whole.block(0, 0, 3, 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> multiply(a, Matrix.zeros(3, 3), whole.block(2, 2, 3, 3)))
        .withMessage("the 3x3 product shares entries with an operand");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> multiply(Matrix.zeros(3, 3), a, whole.block(0, 2, 3, 3)));
    multiply(a, Matrix.zeros(3, 3), whole.block(0, 3, 3, 3));
    multiply(a, whole.block(3, 0, 3, 3), whole.block(3, 3, 3, 3));
  }

  @Test
  void seesEveryOverlapOfTwoViews() {
    Matrix whole = Matrix.zeros(4, 5);
    int cases = 0;
    for (int[] x : rectangles()) {
      for (int[] y : rectangles()) {
        boolean meet = meet(x[0], x[2], y[0], y[2]) && meet(x[1], x[3], y[1], y[3]);
        assertThat(Overlap.between(view(whole, x), view(whole, y)))
            .as("%s and %s", java.util.Arrays.toString(x), java.util.Arrays.toString(y))
            .isEqualTo(meet);
        cases++;
      }
    }
    // A 4x5 matrix has (5 choose 2)·(6 choose 2) rectangles that are not empty.
    assertThat(cases).isEqualTo(150 * 150);
  }

  private static List<int[]> rectangles() {
    List<int[]> rectangles = new java.util.ArrayList<>();
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 5; j++) {
        for (int rows = 1; i + rows <= 4; rows++) {
          for (int columns = 1; j + columns <= 5; columns++) {
            rectangles.add(new int[] {i, j, rows, columns});
          }
        }
      }
    }
    return rectangles;
  }

  private static Matrix view(Matrix whole, int[] rectangle) {
    return whole.block(rectangle[0], rectangle[1], rectangle[2], rectangle[3]);
  }

  private static boolean meet(int x, int xLength, int y, int yLength) {
    return x < y + yLength && y < x + xLength;
  }

  @Test
  void refusesOverlapOfDifferentLayouts() {
    double[] data = new double[12];
    assertThat(Overlap.between(Matrix.of(3, 4, data), Matrix.of(4, 3, data))).isTrue();
    assertThat(Overlap.between(Matrix.of(3, 4, data), Matrix.of(3, 4, data.clone()))).isFalse();
    Matrix end = Matrix.of(3, 4, data).block(2, 0, 1, 4);
    assertThat(Overlap.between(end, Matrix.of(6, 2, data).block(0, 0, 4, 2))).isFalse();
    assertThat(Overlap.between(end, end.block(0, 0, 0, 4))).isFalse();
  }

  @Test
  void refusesCombinationsThatDoNotFit() {
    Matrix two = Matrix.zeros(1, 2);
    List<Matrix> blocks = List.of(Matrix.zeros(2, 2), Matrix.zeros(2, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> combine(two, blocks.subList(0, 1), List.of(Matrix.zeros(2, 2))))
        .withMessage("1x2 coefficients do not turn 1 blocks into 1 targets");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> combine(two, blocks, List.of(Matrix.zeros(2, 3))))
        .withMessage("block 0 is 2x2, target 0 is 2x3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> combine(two, blocks, List.of(blocks.get(1))))
        .withMessage("target 0 shares entries with block 1");
    Matrix target = Matrix.zeros(2, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> combine(Matrix.zeros(2, 2), blocks, List.of(target, target)))
        .withMessage("target 1 shares entries with target 0");
  }

  @Test
  void combinesNothing() {
    Matrix target = Matrix.of(1, 2, new double[] {3, 4});
    combine(Matrix.zeros(1, 0), List.of(), List.of(target));
    assertThat(target).isEqualTo(Matrix.zeros(1, 2));
    combine(Matrix.zeros(0, 1), List.of(target), List.of());
  }

  @Test
  void doesNotBeginWhenCancelled() {
    Matrix c = Matrix.of(1, 1, new double[] {7});
    Matrix one = Matrix.of(1, 1, new double[] {1});
    assertThatThrownBy(() -> Kernels.fastest().multiply(REAL, one, one, c, () -> true))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(
            () -> Kernels.fastest().combine(REAL, one, List.of(one), List.of(c), () -> true))
        .isInstanceOf(CancellationException.class);
    assertThat(c.get(0, 0)).isEqualTo(7);
  }

  @Test
  void panelsAreExactForEveryPrime() {
    assertThat(PrimeField.of(8_388_593).panelDepth()).isGreaterThanOrEqualTo(PanelProduct.DEPTH);
  }

  private static void multiply(Matrix a, Matrix b, Matrix c) {
    Kernels.fastest().multiply(REAL, a, b, c, Cancellation.never());
  }

  private static void combine(Matrix coefficients, List<Matrix> blocks, List<Matrix> targets) {
    Kernels.fastest().combine(REAL, coefficients, blocks, targets, Cancellation.never());
  }

  @Test
  void warmingUpEndsWhenCancelled() {
    AtomicInteger asked = new AtomicInteger();
    Kernels.fastest().warmUp(() -> asked.incrementAndGet() > 2);
    assertThat(asked).hasValue(3);
  }
}
