package io.lagrid.codes.decode;

import io.lagrid.algebra.ambient.Randomness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A figure of merit of a code over the reals – a condition number, a bound on the error – as it is
 * for one set of responders and another, known before any worker has answered.
 *
 * @param typical the median over sets drawn at random
 * @param worst the largest over these and the sets that lack the first, the last and the middle
 *     workers: neighbours on a line or a circle are the worst to miss
 */
public record ResponderSurvey(double typical, double worst) {

  private static final long SEED = 1;

  /** What is the same for every set. */
  public static ResponderSurvey constant(double figure) {
    return new ResponderSurvey(figure, figure);
  }

  /**
   * Looks at a few sets, the same ones for the same number of workers.
   *
   * @param workers N
   * @param drawn how many sets to draw, positive; those without the last, the first and the middle
   *     workers come after them
   * @param enough looks no further once a figure exceeds this
   * @param figure of the first so many workers as decode, in an order in which all answer; NaN
   *     counts as infinite
   */
  public static ResponderSurvey of(
      int workers, int drawn, double enough, ToDoubleFunction<List<Integer>> figure) {
    double[] found = new double[drawn + 3];
    int sets = 0;
    double worst = Double.NEGATIVE_INFINITY;
    for (List<Integer> order : orders(workers, drawn)) {
      double next = figure.applyAsDouble(order);
      found[sets] = Double.isNaN(next) ? Double.POSITIVE_INFINITY : next;
      worst = Math.max(worst, found[sets++]);
      if (worst > enough) {
        break;
      }
    }
    double[] typical = Arrays.copyOf(found, Math.min(drawn, sets));
    Arrays.sort(typical);
    return new ResponderSurvey(typical[typical.length / 2], worst);
  }

  /** The same with every figure multiplied, by a factor that is not negative. */
  public ResponderSurvey times(double factor) {
    return new ResponderSurvey(factor * typical, factor * worst);
  }

  private static List<List<Integer>> orders(int workers, int drawn) {
    Randomness randomness = Randomness.insecure(SEED);
    List<List<Integer>> orders = new ArrayList<>();
    for (int set = 0; set < drawn; set++) {
      List<Integer> shuffled = new ArrayList<>(IntStream.range(0, workers).boxed().toList());
      for (int i = 0; i < workers; i++) {
        Collections.swap(shuffled, i, i + randomness.nextInt(workers - i));
      }
      orders.add(shuffled);
    }
    orders.add(IntStream.range(0, workers).boxed().toList());
    orders.add(IntStream.range(0, workers).mapToObj(i -> workers - 1 - i).toList());
    orders.add(
        IntStream.range(0, workers)
            .mapToObj(i -> i % 2 == 0 ? i / 2 : workers - 1 - i / 2) // inwards from both ends
            .toList());
    return orders;
  }
}
