package io.lagrid.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.transform.TransformContract;
import io.lagrid.algebra.transform.TransformKernel;
import org.junit.jupiter.api.Test;

final class VectorTransformTest extends TransformContract {

  @Override
  protected TransformKernel kernel() {
    return new VectorTransform();
  }

  @Test
  void theFastestKernelsTransformInVectors() {
    assertThat(Kernels.fastest().transforms()).isInstanceOf(VectorTransform.class);
  }
}
