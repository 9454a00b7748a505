package io.lagrid.bench.convolution;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.convolution.Axis;
import io.lagrid.algebra.convolution.Convolution;
import io.lagrid.algebra.convolution.Convolution.Way;
import io.lagrid.algebra.convolution.Convolver;
import io.lagrid.algebra.convolution.Extent;
import io.lagrid.algebra.convolution.Layer;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.local.LocalCluster;
import io.lagrid.engine.convolution.Convolutions;
import io.lagrid.engine.report.RunReport;

/**
 * What coding costs beside the layers of LeNet-5 and AlexNet, each forward and by both gradients:
 * the seconds of encoding and decoding of a round on ten workers, two of which may straggle, as a
 * share of the seconds of the uncoded layer on one thread. Doubles; the fastest of several runs
 * each. Prints a table.
 */
public final class LayerOverhead {

  private static final int WORKERS = 10;
  private static final int RUNS = 25;
  private static final Randomness RANDOMNESS = Randomness.insecure(1);

  private LayerOverhead() {}

  private record Case(String name, Layer layer) {}

  /** Runs it. */
  @SuppressWarnings("SystemOut") // a program for developers
  public static void main(String[] arguments) {
    System.out.println("| layer | way | uncoded | encode | decode | share |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    Kernels.fastest().warmUp(Cancellation.never());
    try (Cluster cluster = LocalCluster.of(WORKERS)) {
      Convolutions convolutions =
          Convolutions.on(Lagrid.on(cluster).tolerating(Tolerance.stragglers(2)));
      for (Case one : cases()) {
        for (Way way : Way.values()) {
          System.out.println(line(convolutions, one, new Convolution(one.layer, way)));
        }
      }
    }
  }

  private static Case[] cases() {
    return new Case[] {
      new Case("LeNet-5, 1", square(16, 1, 6, Axis.padded(32, 5, 1, 1, 0))),
      new Case("LeNet-5, 2", square(16, 6, 16, Axis.padded(14, 5, 1, 1, 0))),
      new Case("AlexNet, 1", square(4, 3, 96, Axis.padded(227, 11, 4, 1, 0))),
      new Case("AlexNet, 2", square(4, 96, 256, Axis.padded(27, 5, 1, 1, 2))),
      new Case("AlexNet, 3", square(4, 256, 384, Axis.padded(13, 3, 1, 1, 1)))
    };
  }

  private static Layer square(int batch, int channels, int filters, Axis axis) {
    return new Layer(batch, channels, filters, axis, axis);
  }

  private static String line(Convolutions convolutions, Case one, Convolution convolution) {
    Matrix left = sample(convolution.left());
    Matrix right = sample(convolution.right());
    double uncoded = uncoded(convolution, left, right);
    double encode = Double.POSITIVE_INFINITY;
    double decode = Double.POSITIVE_INFINITY;
    for (int run = 0; run < RUNS; run++) {
      RunReport.StageSeconds seconds =
          convolutions.apply(convolution, left, right).report().seconds();
      encode = Math.min(encode, seconds.encode());
      decode = Math.min(decode, seconds.decode());
    }
    return "| %s | %s | %.1f ms | %.2f ms | %.2f ms | **%.1f %%** |"
        .formatted(
            one.name,
            convolution.way(),
            uncoded * 1e3,
            encode * 1e3,
            decode * 1e3,
            100 * (encode + decode) / uncoded);
  }

  private static Matrix sample(Extent extent) {
    Matrix matrix = Matrix.zeros(extent.rows(), extent.width());
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = RANDOMNESS.nextDouble() - 0.5;
    }
    return matrix;
  }

  private static double uncoded(Convolution convolution, Matrix left, Matrix right) {
    Convolver convolver = new Convolver(Kernels.fastest());
    Clock clock = Clock.system();
    double best = Double.POSITIVE_INFINITY;
    for (int run = 0; run < RUNS; run++) {
      long start = clock.nanos();
      Matrix result =
          convolver.apply(convolution, RealField.instance(), left, right, Cancellation.never());
      best = Math.min(best, (clock.nanos() - start) * 1e-9);
      assert result.rows() > 0;
    }
    return best;
  }
}
