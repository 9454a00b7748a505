package io.lagrid.bench;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Matrix;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** n³ multiply–adds: the product of two n×n matrices. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up
public class ProductBenchmark {

  /** The field. */
  @Param({"modular", "real"})
  public String field;

  /** n. */
  @Param({"1024", "2048"})
  public int n;

  /** The provider. */
  @Param({"vector", "plain"})
  public String subject;

  private Field elements;
  private Kernels kernels;
  private Matrix a;
  private Matrix b;
  private Matrix c;

  /** Makes the operands. */
  @Setup
  public void prepare() {
    elements = Samples.field(field);
    kernels = Kernels.named(subject);
    a = Samples.matrix(elements, n, n);
    b = Samples.matrix(elements, n, n);
    c = Matrix.zeros(n, n);
  }

  /** One product. */
  @Benchmark
  public Matrix product(ProcessorTime time) {
    kernels.multiply(elements, a, b, c, Cancellation.never());
    return c;
  }
}
