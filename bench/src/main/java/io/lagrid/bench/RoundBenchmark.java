package io.lagrid.bench;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.product.EntangledParameters;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.local.LocalCluster;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A coded product of two 2000×2000 matrices on twelve workers that share one core, three of which
 * may be stragglers, p = 1 and m = n = 3; and the sum of its parts without cluster and coordinator:
 * cutting, encoding, nine products of blocks, decoding, assembling. In wall time, because the round
 * runs on several threads.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up
public class RoundBenchmark {

  private static final int SIDE = 2000;
  private static final EntangledParameters CODE = EntangledParameters.polynomial(12, 3, 3);

  /** The arithmetic: real, or exact with as many primes as doubles take. */
  @Param({"REAL", "EXACT"})
  public Settings.ArithmeticChoice arithmetic;

  private LocalCluster cluster;
  private Lagrid lagrid;
  private RoundParts parts;
  private Matrix a;
  private Matrix b;

  /** Makes the operands and starts the workers. */
  @Setup
  public void prepare() {
    a = Samples.matrix(Samples.field("real"), SIDE, SIDE);
    b = Samples.matrix(Samples.field("real"), SIDE, SIDE);
    cluster = LocalCluster.builder(CODE.workers()).cores(1).open();
    Settings settings =
        Settings.DEFAULT
            .withTolerance(Tolerance.stragglers(CODE.workers() - CODE.recoveryThreshold()))
            .withCode(CODE.code())
            .withPartition(new Partition(1, 3, 3))
            .withArithmetic(arithmetic);
    lagrid = Lagrid.on(cluster).with(settings);
    boolean exact = arithmetic == Settings.ArithmeticChoice.EXACT;
    parts = new RoundParts(CODE, RoundParts.numbers(exact, a, b));
  }

  /** Ends the workers. */
  @TearDown
  public void end() {
    cluster.close();
  }

  /** The whole round. */
  @Benchmark
  public Operand round() {
    return lagrid.multiply(a, b).value();
  }

  /** Its parts. */
  @Benchmark
  public List<Operand> parts() {
    return parts.run(a, b);
  }
}
