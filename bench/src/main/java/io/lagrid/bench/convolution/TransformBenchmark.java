package io.lagrid.bench.convolution;

import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.transform.Modulus;
import io.lagrid.algebra.transform.TransformKernel;
import io.lagrid.algebra.transform.TransformTable;
import io.lagrid.bench.ProcessorTime;
import java.util.Arrays;
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

/** One forward transform of length n over a 49-bit prime, from one array to another. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up
public class TransformBenchmark {

  /** n. */
  @Param({"65536", "1048576"})
  public int n;

  /** The provider. */
  @Param({"vector", "plain"})
  public String subject;

  private TransformKernel kernel;
  private TransformTable table;
  private double[] sequence;
  private double[] x;

  /** Makes the sequence and the table. */
  @Setup
  public void prepare() {
    kernel = Kernels.named(subject).transforms();
    Modulus modulus = Modulus.large(26, 0);
    table = new TransformTable(modulus, Integer.numberOfTrailingZeros(n));
    sequence = new double[n];
    Arrays.setAll(sequence, i -> modulus.reduce((double) i * i * 1021 + i));
    x = new double[n];
  }

  /** One transform. */
  @Benchmark
  public double[] transform(ProcessorTime time) {
    kernel.forward(sequence, x, table);
    return x;
  }
}
