package io.lagrid.codes.approximate;

import io.lagrid.algebra.interpolation.SmoothingChoice;
import io.lagrid.algebra.interpolation.SplineFit;
import io.lagrid.algebra.linear.Chebyshev;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far every answer is from where the others predict it, in units of how far an honest one could
 * be.
 *
 * <p>The noise model: honest answers are g(x_i) + ε_i, with independent errors ε of standard
 * deviation ν in every projection, and a curve g that looks, around any point, like a combination Σ
 * c_j·T_j of the Chebyshev polynomials of degree up to d with coefficients of one size τ; the size
 * may differ from place to place. A smoothing spline through the kept answers, with answer i left
 * out, then misses g(x_i) by about τ·m_i, m_i² = Σ_j (its miss for T_j)². The size at i is
 *
 * <pre>t_i = √(miss_i² − (ν·n_i)²)/m_i,</pre>
 *
 * <p>where n_i is the miss for noise of deviation 1 (measured on {@value #SIGN_VECTORS} vectors of
 * signs). With τ_i the largest size among the {@value #NEAR} kept answers on either side, and at
 * least the median of all, answer i scores
 *
 * <pre>miss_i / √((8·τ_i·m_i)² + (4·ν·n_i)²);</pre>
 *
 * <p>above 1 it is out of line. Misses are root mean squares over the trials. Scalars beyond
 * ±2^400, infinite ones and NaN count as ±2^400: their squares and sums stay finite, so that no lie
 * makes the comparison of scores meaningless. Confined to one thread.
 */
final class SmoothnessScores {

  private static final double MODEL = 8;
  private static final double NOISE = 4;
  private static final int NEAR = 3;
  private static final double ROUNDING = 0x1p-44;
  private static final double LARGEST = 0x1p400;
  private static final int SIGN_VECTORS = 16;

  private final double[] points;
  private final int[] order;
  private final List<double[]> vectors;
  private final double noise;
  private final Bundle answers;
  private final Bundle smooth;
  private final Bundle rough;
  private final double scale;
  private double smoothing;

  /** What the kept answers say of all. */
  static final class Judgement {

    private final double[] scores;
    private final double roughness;

    private Judgement(double[] scores, double roughness) {
      this.scores = scores;
      this.roughness = roughness;
    }

    /** How far out of line an answer is; above 1 it is a lie. */
    double score(int answer) {
      return scores[answer];
    }

    /**
     * The mean logarithm of the sizes of kept answers, of which none counts for less than an eighth
     * of the median: the smaller, the better the kept answers fit each other.
     */
    double roughness() {
      return roughness;
    }
  }

  /**
   * Scores for answers at some points.
   *
   * @param points not modified
   * @param vectors per trial one scalar per answer; not modified
   * @param degree d
   * @param noise ν
   */
  SmoothnessScores(double[] points, List<double[]> vectors, int degree, double noise) {
    this.order =
        IntStream.range(0, points.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> points[i]))
            .mapToInt(i -> i)
            .toArray();
    this.points = sorted(points);
    this.vectors = vectors.stream().map(vector -> tamed(sorted(vector))).toList();
    this.noise = noise;
    Matrix values = Chebyshev.values(this.points, degree + 1);
    List<double[]> polynomials = new ArrayList<>();
    for (int j = 2; j <= degree; j++) { // a spline misses no line
      polynomials.add(values.block(0, j, points.length, 1).toArray());
    }
    List<double[]> signs = new ArrayList<>();
    for (int vector = 0; noise > 0 && vector < SIGN_VECTORS; vector++) {
      signs.add(signs(points.length, vector));
    }
    this.answers = Bundle.of(this.vectors, points.length);
    this.smooth = Bundle.of(polynomials, points.length);
    this.rough = Bundle.of(signs, points.length);
    double[] sizes = rootMeanSquares(this.vectors, points.length);
    this.scale = Arrays.stream(sizes).sorted().toArray()[points.length / 2];
  }

  /** Chooses λ by cross-validation over the kept answers; it is 0 before that. */
  void chooseSmoothing(boolean[] kept) {
    int[] chosen = chosen(kept);
    double[] knots = IntStream.of(chosen).mapToDouble(i -> points[i]).toArray();
    List<double[]> values =
        vectors.stream()
            .map(vector -> IntStream.of(chosen).mapToDouble(i -> vector[i]).toArray())
            .toList();
    smoothing = SmoothingChoice.choose(knots, values);
  }

  /**
   * The judgement when only the kept ones are believed.
   *
   * @param kept which answers are kept; not modified
   */
  Judgement judge(boolean[] kept) {
    int[] chosen = chosen(kept);
    double[] knots = IntStream.of(chosen).mapToDouble(i -> points[i]).toArray();
    SplineFit fit = new SplineFit(knots, smoothing);
    double[] misses = misses(fit, chosen, answers);
    double[] model = misses(fit, chosen, smooth);
    double[] noisy = noise > 0 ? misses(fit, chosen, rough) : new double[points.length];
    double[] sizes = new double[points.length];
    for (int i : chosen) {
      double excess = misses[i] * misses[i] - noise * noise * noisy[i] * noisy[i];
      sizes[i] = Math.sqrt(Math.max(0, excess)) / model[i];
    }
    double[] ranked = IntStream.of(chosen).mapToDouble(i -> sizes[i]).sorted().toArray();
    double median = ranked[ranked.length / 2];
    double[] scores = new double[points.length];
    for (int i = 0; i < scores.length; i++) {
      double here = Math.max(median, nearby(sizes, chosen, i));
      double honest = Math.hypot(MODEL * here * model[i], NOISE * noise * noisy[i]);
      scores[order[i]] = misses[i] / Math.max(honest, ROUNDING * scale + Double.MIN_NORMAL);
    }
    return new Judgement(scores, roughness(ranked, median));
  }

  private double roughness(double[] sizes, double median) {
    double least = Math.max(median / 8, ROUNDING * scale) + Double.MIN_NORMAL;
    return Arrays.stream(sizes).map(size -> Math.log(Math.max(size, least))).average().orElse(0);
  }

  private int[] chosen(boolean[] kept) {
    return IntStream.range(0, order.length).filter(i -> kept[order[i]]).toArray();
  }

  /** The largest size among the nearest kept answers on both sides. */
  private static double nearby(double[] sizes, int[] chosen, int i) {
    int after = 0;
    while (after < chosen.length && chosen[after] <= i) {
      after++;
    }
    double largest = 0;
    for (int j = Math.max(0, after - NEAR - 1); j < Math.min(chosen.length, after + NEAR); j++) {
      largest = Math.max(largest, chosen[j] == i ? 0 : sizes[chosen[j]]);
    }
    return largest;
  }

  /** Signs without a pattern, the same every time. */
  private static double[] signs(int count, int vector) {
    double[] signs = new double[count];
    for (int i = 0; i < count; i++) {
      long mixed = (64L * i + vector + 1) * 0x9E3779B97F4A7C15L;
      mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
      signs[i] = (mixed >>> 40 & 1) == 0 ? 1 : -1;
    }
    return signs;
  }

  /** Per answer the root mean square of what the kept answers, without it, miss it by. */
  private double[] misses(SplineFit fit, int[] chosen, Bundle bundle) {
    SplineFit.Fitted fitted = fit.fit(bundle.at(chosen), bundle.curves());
    double[] misses = new double[points.length];
    int next = 0;
    for (int i = 0; i < misses.length; i++) {
      boolean kept = next < chosen.length && chosen[next] == i;
      double squares = 0;
      if (kept) {
        for (double residual : fitted.leaveOutResiduals(next)) {
          squares += residual * residual;
        }
        next++;
      } else {
        for (int c = 0; c < bundle.curves(); c++) {
          double residual = bundle.value(i, c) - fitted.value(points[i], c);
          squares += residual * residual;
        }
      }
      misses[i] = Math.sqrt(squares / bundle.curves());
    }
    return misses;
  }

  /** Values of several curves at all points, point by point one of each. */
  private static final class Bundle {

    private final double[] rows;
    private final int curves;

    private Bundle(double[] rows, int curves) {
      this.rows = rows;
      this.curves = curves;
    }

    int curves() {
      return curves;
    }

    static Bundle of(List<double[]> vectors, int points) {
      double[] rows = new double[points * vectors.size()];
      for (int c = 0; c < vectors.size(); c++) {
        for (int i = 0; i < points; i++) {
          rows[i * vectors.size() + c] = vectors.get(c)[i];
        }
      }
      return new Bundle(rows, vectors.size());
    }

    double value(int point, int curve) {
      return rows[point * curves + curve];
    }

    /** The rows of some points. */
    double[] at(int[] chosen) {
      double[] some = new double[chosen.length * curves];
      for (int j = 0; j < chosen.length; j++) {
        System.arraycopy(rows, chosen[j] * curves, some, j * curves, curves);
      }
      return some;
    }
  }

  /** Per point the root mean square of some vectors' values there. */
  private static double[] rootMeanSquares(List<double[]> vectors, int points) {
    double[] means = new double[points];
    for (double[] vector : vectors) {
      for (int i = 0; i < points; i++) {
        means[i] += vector[i] * vector[i] / vectors.size();
      }
    }
    return Arrays.stream(means).map(Math::sqrt).toArray();
  }

  /** The same array, with what is not within ±2^400 put there. */
  private static double[] tamed(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.abs(values[i]) <= LARGEST ? values[i] : Math.copySign(LARGEST, values[i]);
    }
    return values;
  }

  private double[] sorted(double[] values) {
    return IntStream.of(order).mapToDouble(i -> values[i]).toArray();
  }
}
