package io.lagrid.cli.command;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.cli.format.ArrayFiles;
import io.lagrid.cli.format.array.DoubleArray;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of float32: widened, whatever the arithmetic; the result is float64. */
final class SinglePrecisionTest {

  private static final long SEED = 32;

  @TempDir private Path folder;

  private final Randomness random = Randomness.insecure(SEED);

  private String multiply(String line) {
    Shell.Result result =
        Shell.run(("multiply " + line).replace("~", folder.toString()).split(" "));
    assertThat(result.err()).isEmpty();
    return result.out();
  }

  private NdArray read(String name) {
    return ArrayFiles.read(folder.resolve(name).toString());
  }

  /** Writes random numbers as float32 and, after "wide-", as float64. */
  private void write(String name, Shape shape) throws IOException {
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': %s, }".formatted(shape);
    ByteBuffer bytes =
        ByteBuffer.allocate(128 + Float.BYTES * shape.entries()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) 118);
    bytes.put((header + " ".repeat(117 - header.length()) + "\n").getBytes(US_ASCII));
    double[] widened = new double[shape.entries()];
    for (int i = 0; i < widened.length; i++) {
      float single = (float) random.nextGaussian();
      bytes.putFloat(single);
      widened[i] = single;
    }
    Files.write(folder.resolve(name), bytes.array());
    NdArray wide = new DoubleArray(shape, widened);
    assertThat(read(name)).as("seed %d", SEED).isEqualTo(wide);
    ArrayFiles.target(folder.resolve("wide-" + name).toString()).write(wide);
  }

  @Test
  void productsAreThoseOfTheWidenedNumbers() throws IOException {
    write("a.npy", Shape.of(9, 7));
    write("b.npy", Shape.of(7, 5));
    assertThat(multiply("~/a.npy ~/b.npy -o ~/c.npy --arithmetic exact"))
        .contains("c.npy: shape (9, 5), float64");
    multiply("~/wide-a.npy ~/wide-b.npy -o ~/wide-c.npy --arithmetic exact");
    assertThat(read("c.npy")).isEqualTo(read("wide-c.npy"));
    multiply("~/a.npy ~/b.npy -o ~/real.npy");
    double[] exact = ((DoubleArray) read("c.npy")).data();
    assertThat(((DoubleArray) read("real.npy")).data()).containsExactly(exact, within(1e-9));
  }
}
