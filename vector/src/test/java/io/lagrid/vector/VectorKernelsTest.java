package io.lagrid.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.kernel.KernelsContract;
import org.junit.jupiter.api.Test;

/** The vector provider keeps the contract, and is the one chosen. */
final class VectorKernelsTest extends KernelsContract {

  @Override
  protected String provider() {
    return "vector";
  }

  @Test
  void isChosenWhereTheVectorApiIsPresent() {
    assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isPresent();
    assertThat(Kernels.fastest().name()).isEqualTo("vector");
  }
}
