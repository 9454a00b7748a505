package io.lagrid.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductTaskTest {

  private static final Kernels KERNELS = Kernels.named("plain");

  /** A share of 1×1 blocks, the same number in both planes. */
  private static Share share(Arithmetic arithmetic, double... numbers) {
    List<Block> blocks =
        Arrays.stream(numbers)
            .mapToObj(number -> Matrix.ofRows(new double[] {number}))
            .map(plane -> new Block(List.of(plane, plane)))
            .toList();
    return new Share(arithmetic, blocks);
  }

  private static Block compute(Share left, Share right) {
    return new ProductTask().compute(List.of(left, right), KERNELS, Cancellation.never());
  }

  @Test
  void blocksAreMultipliedPairByPairAndSummedInEveryPlane() {
    Arithmetic arithmetic = Arithmetic.residues(List.of(7, 11));
    Block sum = compute(share(arithmetic, 2, 3, -1), share(arithmetic, 3, 3, 2)); // 6 + 9 − 2 = 13
    assertThat(sum.plane(0).get(0, 0)).isEqualTo(-1);
    assertThat(sum.plane(1).get(0, 0)).isEqualTo(2);
  }

  @Test
  void sharesThatDoNotPairUpAreRefused() {
    Arithmetic arithmetic = Arithmetic.residues(List.of(7, 11));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compute(share(arithmetic, 1, 2), share(arithmetic, 1)))
        .withMessage("shares of 2 and 1 blocks have no product");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compute(share(arithmetic), share(arithmetic)));
  }
}
