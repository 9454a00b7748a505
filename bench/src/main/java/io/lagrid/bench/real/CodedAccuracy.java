package io.lagrid.bench.real;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Projection;
import io.lagrid.codes.approximate.ApproximateDecoder;
import io.lagrid.codes.approximate.CurveCode;
import io.lagrid.codes.approximate.CurveParameters;
import io.lagrid.codes.approximate.CurveScheme;
import io.lagrid.codes.approximate.EstimateWanted;
import io.lagrid.codes.approximate.InputOrder;
import io.lagrid.engine.function.Network;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many images a network classifies like before, when K of them at a time are coded for N
 * workers of which S do not answer. Stragglers are drawn anew every round. Confined to one thread.
 */
final class CodedAccuracy {

  private static final int TRIALS = 4;

  private final DigitsData data;
  private final Network network;
  private final int firstImage;
  private final Randomness random;
  private final Kernels kernels = Kernels.fastest();

  /** What is coded: K images for N workers, S of which do not answer. */
  record Setting(int images, int workers, int stragglers) {}

  /**
   * The images from {@code firstImage} on, which the network was not trained on.
   *
   * @param seed of the stragglers
   */
  CodedAccuracy(DigitsData data, Network network, int firstImage, long seed) {
    this.data = data;
    this.network = network;
    this.firstImage = firstImage;
    this.random = Randomness.insecure(seed);
  }

  /** The share of images that the network itself classifies rightly. */
  double uncoded() {
    int right = 0;
    for (int image = firstImage; image < data.count(); image++) {
      Matrix logits = network.apply(data.images().block(image, 0, 1, data.images().columns()));
      right += largest(logits, 0) == data.digits().get(image) ? 1 : 0;
    }
    return (double) right / (data.count() - firstImage);
  }

  /**
   * What is left of the network's judgement.
   *
   * @param accuracy the share of images that are classified rightly from estimates
   * @param error the root mean square error of estimated logits over their root mean square
   */
  record Quality(double accuracy, double error) {}

  /** Classifies all images from estimates. */
  Quality coded(CurveScheme scheme, Setting setting) {
    CurveCode plain =
        new CurveCode(new CurveParameters(scheme, setting.workers(), setting.images(), 0));
    int right = 0;
    int seen = 0;
    double errors = 0;
    double squares = 0;
    int pixels = data.images().columns();
    for (int at = firstImage; at + setting.images() <= data.count(); at += setting.images()) {
      Matrix block = data.images().block(at, 0, setting.images(), pixels);
      Matrix exact = network.apply(block);
      Matrix logits = estimate(plain.inOrder(InputOrder.of(block)), block, setting);
      for (int k = 0; k < setting.images(); k++) {
        right += largest(logits, k) == data.digits().get(at + k) ? 1 : 0;
        seen++;
      }
      for (int i = 0; i < exact.data().length; i++) {
        errors += Math.pow(logits.data()[i] - exact.data()[i], 2);
        squares += Math.pow(exact.data()[i], 2);
      }
    }
    return new Quality((double) right / seen, Math.sqrt(errors / squares));
  }

  private Matrix estimate(CurveCode code, Matrix images, Setting setting) {
    Matrix shares = product(code.encoding(0, RealField.instance()).coefficients(), images);
    Matrix answers = network.apply(shares);
    ApproximateDecoder decoder = code.newDecoder(EstimateWanted.from(setting.workers()));
    for (int worker : responders(setting)) {
      decoder.offer(worker, projection(answers, worker));
    }
    Decoding.Decodable decodable = (Decoding.Decodable) decoder.outcome();
    Matrix used = Matrix.zeros(decodable.used().size(), answers.columns());
    for (int i = 0; i < used.rows(); i++) {
      used.block(i, 0, 1, used.columns())
          .write(answers.block(decodable.used().get(i), 0, 1, used.columns()));
    }
    return product(decodable.coefficients().get(0), used);
  }

  /** Sums of the logits with signs that differ from trial to trial. */
  private static Projection projection(Matrix answers, int worker) {
    double[] sums = new double[TRIALS];
    for (int trial = 0; trial < TRIALS; trial++) {
      for (int j = 0; j < answers.columns(); j++) {
        sums[trial] +=
            (Integer.bitCount(j & (2 * trial + 1)) % 2 == 0 ? 1 : -1) * answers.get(worker, j);
      }
    }
    return new Projection(List.of(sums));
  }

  private List<Integer> responders(Setting setting) {
    List<Integer> all = new ArrayList<>();
    for (int worker = 0; worker < setting.workers(); worker++) {
      all.add(worker);
    }
    for (int i = setting.workers() - 1; i > 0; i--) {
      Collections.swap(all, i, random.nextInt(i + 1));
    }
    return all.subList(0, setting.workers() - setting.stragglers());
  }

  private Matrix product(Matrix a, Matrix b) {
    Matrix result = Matrix.zeros(a.rows(), b.columns());
    kernels.multiply(RealField.instance(), a, b, result, Cancellation.never());
    return result;
  }

  private static int largest(Matrix logits, int row) {
    int best = 0;
    for (int j = 1; j < logits.columns(); j++) {
      best = logits.get(row, j) > logits.get(row, best) ? j : best;
    }
    return best;
  }
}
