package io.lagrid.bench;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
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

/** Linear combinations of long blocks: encoding 10 → 20, 100 → 200 and 3 → 12, decoding 9 → 9. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up
public class CombineBenchmark {

  private static final int COLUMNS = 1024;

  /** The field. */
  @Param({"modular", "real"})
  public String field;

  /** Targets × blocks × entries of a block. */
  @Param({"20x10x1048576", "200x100x131072", "12x3x1048576", "9x9x1048576"})
  public String shape;

  /** The provider. */
  @Param({"vector", "plain"})
  public String subject;

  private Field elements;
  private Kernels kernels;
  private Matrix coefficients;
  private final List<Matrix> blocks = new ArrayList<>();
  private final List<Matrix> targets = new ArrayList<>();

  /** Makes the operands. */
  @Setup
  public void prepare() {
    elements = Samples.field(field);
    kernels = Kernels.named(subject);
    Samples.Shape sides = Samples.Shape.parse(shape);
    coefficients = Samples.matrix(elements, sides.rows(), sides.inner());
    for (int k = 0; k < sides.inner(); k++) {
      blocks.add(Samples.matrix(elements, sides.columns() / COLUMNS, COLUMNS));
    }
    for (int i = 0; i < sides.rows(); i++) {
      targets.add(Matrix.zeros(sides.columns() / COLUMNS, COLUMNS));
    }
  }

  /** All targets. */
  @Benchmark
  public List<Matrix> combine(ProcessorTime time) {
    kernels.combine(elements, coefficients, blocks, targets, Cancellation.never());
    return targets;
  }
}
