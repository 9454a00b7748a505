package io.lagrid.spark.speed;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.PreparedProduct;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.Task;
import io.lagrid.spark.SparkCluster;
import io.lagrid.spark.standalone.StandaloneSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a round costs beyond its work, on eight executors. */
class RoundsBenchmark {

  private static final int WORKERS = 8;
  private static final int WARM = 100;
  private static final int RUNS = 100;
  private static final Pace NONE = new Pace(0, 0, Set.of());
  private static StandaloneSpark spark;
  private static SparkContext context;

  @BeforeAll
  static void startSpark() {
    spark = new StandaloneSpark(WORKERS, 1);
    context = SpeedBench.open(spark, "rounds");
  }

  @AfterAll
  static void stopSpark() {
    context.stop();
    spark.close();
  }

  @Test
  void smallRoundsBesideBareJobs() {
    Matrix a = SpeedBench.matrix(48, 48);
    Matrix v = SpeedBench.matrix(48, 1);
    JavaRDD<Integer> eight =
        new JavaSparkContext(context).parallelize(List.of(1, 2, 3, 4, 5, 6, 7, 8), WORKERS);
    try (SparkCluster cluster = SparkCluster.open(context, WORKERS);
        PreparedProduct<Matrix> all =
            Lagrid.on(cluster).tolerating(Tolerance.stragglers(0)).prepare(a, 1);
        PreparedProduct<Matrix> six =
            Lagrid.on(cluster).tolerating(Tolerance.stragglers(2)).prepare(a, 1)) {
      Runnable bare = () -> eight.count();
      Runnable waiting = () -> all.multiply(v);
      Runnable coded = () -> six.multiply(v);
      for (Runnable run : List.of(bare, waiting, coded)) {
        double[] unused = Figures.time(WARM, run);
      }
      for (int turn = 1; turn <= 2; turn++) {
        double job = Figures.report("bare job of 8 tasks", Figures.time(RUNS, bare));
        double round = Figures.report("round, all 8 answers", Figures.time(RUNS, waiting));
        double first = Figures.report("round, 6 answers of 8", Figures.time(RUNS, coded));
        Figures.note(
            "  a round costs %.1f ms more than a bare job with all answers, %.1f ms with 6 of 8"
                .formatted(1e3 * (round - job), 1e3 * (first - job)));
      }
    }
  }

  @Test
  void iteratedRoundsWithCachedShares() {
    Matrix a = SpeedBench.matrix(4000, 4000);
    Matrix v = SpeedBench.matrix(4000, 1);
    try (SparkCluster cluster = SparkCluster.open(context, WORKERS);
        PreparedProduct<Matrix> product =
            Lagrid.on(cluster).tolerating(Tolerance.stragglers(2)).prepare(a, 1)) {
      Figures.report(
          "first round, 4000x4000 by 4000x1", Figures.time(1, () -> product.multiply(v)));
      double[] unused = Figures.time(30, () -> product.multiply(v));
      Figures.report("further rounds", Figures.time(50, () -> product.multiply(v)));
      Figures.note("  " + product.multiply(v).report().seconds());
    }
    PlainProduct plain = new PlainProduct(new JavaSparkContext(context), a, WORKERS);
    double[] unused = Figures.time(30, () -> plain.multiply(v.toArray(), NONE));
    Figures.report(
        "plain Spark, cached blocks", Figures.time(50, () -> plain.multiply(v.toArray(), NONE)));
  }

  @Test
  void cancelledTasksEndSoon(@TempDir Path folder) throws InterruptedException, IOException {
    SlotWatch watch = new SlotWatch();
    context.addSparkListener(watch);
    Clock clock = Clock.system();
    double[] noticed = new double[20];
    double[] ended = new double[noticed.length];
    try (SparkCluster cluster = SparkCluster.open(context, 2)) {
      for (int i = 0; i < ended.length; i++) {
        Path marker = folder.resolve("cancelled-" + i);
        Path notes = folder.resolve("noticed-" + i);
        Round round =
            cluster.start(new Dispatch(i, new LongProduct(3000, notes.toString()), List.of()));
        boolean unused = clock.await(new CountDownLatch(1), clock.nanos() + 700_000_000);
        Files.createFile(marker);
        long cancelled = clock.nanos();
        round.close();
        ended[i] = watch.secondsUntilKilled(2, cancelled);
        noticed[i] = secondsBetween(marker, notes);
      }
    }
    Figures.report("from the cancellation to both kernels' giving up", noticed);
    Figures.report("from the cancellation to the driver's hearing of both ends", ended);
  }

  private static double secondsBetween(Path first, Path second) throws IOException {
    return Duration.between(
                Files.getLastModifiedTime(first).toInstant(),
                Files.getLastModifiedTime(second).toInstant())
            .toNanos()
        / 1e9;
  }

  /**
   * Many seconds of kernels.
   *
   * @param notes the file to touch when cancelled: the machine's files share a clock, its processes
   *     do not
   */
  private record LongProduct(int side, String notes) implements Task {

    private static final long serialVersionUID = 1;

    @Override
    public Block compute(List<Share> shares, Kernels kernels, Cancellation cancellation) {
      Matrix zeros = Matrix.zeros(side, side);
      Matrix result = Matrix.zeros(side, side);
      try {
        while (true) {
          kernels.multiply(Arithmetic.real().plane(0), zeros, zeros, result, cancellation);
        }
      } catch (CancellationException cancelled) {
        touch();
        throw cancelled;
      }
    }

    private void touch() {
      boolean interrupted = Thread.interrupted(); // or the file would be closed
      try {
        Files.writeString(
            Path.of(notes), "here", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
