package io.lagrid.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Matrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A process without the incubator module, with this module on its class path all the same. */
final class WithoutVectorApiTest {

  /** Run in a process of its own: multiplies once, and exits with the kernels' names printed. */
  static final class Child {
    private Child() {}

    @SuppressWarnings("SystemOut") // the parent reads it
    public static void main(String[] arguments) {
      Matrix one = Matrix.of(1, 1, new double[] {1});
      Matrix product = Matrix.zeros(1, 1);
      Kernels.fastest().multiply(RealField.instance(), one, one, product, Cancellation.never());
      System.out.print(Kernels.available() + " " + product.get(0, 0));
    }
  }

  @Test
  void fallsBackToThePlainKernel() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java, "-cp", System.getProperty("java.class.path"), Child.class.getName())
            .redirectErrorStream(true)
            .start();
    byte[] output = process.getInputStream().readAllBytes();
    assertThat(new String(output, StandardCharsets.UTF_8)).isEqualTo("[plain] 1.0");
    assertThat(process.waitFor()).isZero();
  }
}
