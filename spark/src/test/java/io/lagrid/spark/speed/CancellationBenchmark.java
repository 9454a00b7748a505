package io.lagrid.spark.speed;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How soon cancelled tasks free their slots, two tasks on as many executors. */
class CancellationBenchmark {

  private static final int WORKERS = 2;
  private static final int WARM = 5;
  private static final int RUNS = 40;
  private static StandaloneSpark spark;
  private static SparkContext context;

  @BeforeAll
  static void startSpark() {
    spark = new StandaloneSpark(WORKERS, 1);
    context = SpeedBench.open(spark, "cancellation");
  }

  @AfterAll
  static void stopSpark() {
    context.stop();
    spark.close();
  }

  @Test
  void cancelledTasksEndSoon(@TempDir Path folder) throws InterruptedException, IOException {
    SlotWatch watch = new SlotWatch();
    context.addSparkListener(watch);
    Clock clock = Clock.system();
    double[] noticed = new double[WARM + RUNS];
    double[] ended = new double[WARM + RUNS];
    try (SparkCluster cluster = SparkCluster.open(context, WORKERS)) {
      for (int i = 0; i < ended.length; i++) {
        Path marker = folder.resolve("cancelled-" + i);
        Path notes = folder.resolve("noticed-" + i);
        Round round =
            cluster.start(new Dispatch(i, new LongProduct(3000, notes.toString()), List.of()));
        boolean unused = clock.await(new CountDownLatch(1), clock.nanos() + 700_000_000);
        Files.createFile(marker);
        long cancelled = clock.nanos();
        round.close();
        ended[i] = watch.secondsUntilKilled(WORKERS, cancelled);
        noticed[i] = secondsBetween(marker, notes);
      }
    }
    Figures.report("from the cancellation to both kernels' giving up", warm(noticed));
    Figures.report("from the cancellation to the driver's hearing of both ends", warm(ended));
  }

  private static double[] warm(double[] seconds) {
    return Arrays.copyOfRange(seconds, WARM, seconds.length);
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
