package io.lagrid.codes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;

/**
 * Random lies of more workers than a decoder is told to locate: it has to give the right result or
 * to say that it cannot. An answer is one number per plane, and so its own projection.
 */
public final class Corruptions {

  /** How many rounds are tried with the first instance of a code. */
  public static final int TRIALS = 100_000;

  /** How many with each further one. */
  public static final int FURTHER = 10_000;

  /**
   * How the trials ended.
   *
   * @param right with the right result
   * @param refused with {@link Decoding.Inconsistent}
   */
  public record Tally(int right, int refused) {}

  private static final long SEED = 20_260_723;

  private final Randomness random = Randomness.insecure(SEED);
  private final Code code;
  private final Arithmetic arithmetic;
  private final List<double[]> honest;
  private final List<double[]> expected;

  /**
   * The lies about one round.
   *
   * @param honest per plane, every worker's honest answer; retained
   * @param expected per plane, the results; retained
   */
  public Corruptions(
      Code code, Arithmetic arithmetic, List<double[]> honest, List<double[]> expected) {
    this.code = code;
    this.arithmetic = arithmetic;
    this.honest = honest;
    this.expected = expected;
  }

  /** Plays trials, each with 1 to {@code most} liars announced, and more at work. */
  public Tally run(int trials, int most) {
    int right = 0;
    int refused = 0;
    for (int trial = 0; trial < trials; trial++) {
      int adversaries = 1 + random.nextInt(most);
      int liars = adversaries + 1 + random.nextInt(code.parameters().workers() - adversaries);
      List<double[]> answers = corrupted(liars);
      Decoder decoder = code.newDecoder(arithmetic, adversaries);
      if (decoded(decoder, answers)) {
        requireRight(trial, (Decoding.Decodable) decoder.outcome(), answers);
        right++;
      } else {
        assertThat(decoder.outcome()).isInstanceOf(Decoding.Inconsistent.class);
        assertThat(decoder.reachable(List.of())).isFalse();
        refused++;
      }
    }
    return new Tally(right, refused);
  }

  /**
   * The answers, plane by plane, when so many workers lie at random: in every other round about
   * everything, else each in one plane alone.
   */
  public List<double[]> corrupted(int liars) {
    List<double[]> answers = new ArrayList<>();
    honest.forEach(plane -> answers.add(plane.clone()));
    boolean everywhere = random.nextInt(2) == 0;
    int[] order = order();
    for (int liar = 0; liar < liars; liar++) {
      int only = random.nextInt(arithmetic.size());
      for (int plane = 0; plane < arithmetic.size(); plane++) {
        if (everywhere || plane == only) {
          PrimeField field = (PrimeField) arithmetic.plane(plane);
          random.fill(field, answers.get(plane), order[liar], order[liar] + 1);
        }
      }
    }
    return answers;
  }

  private int[] order() {
    int[] order = new int[code.parameters().workers()];
    for (int i = 0; i < order.length; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  private boolean decoded(Decoder decoder, List<double[]> answers) {
    for (int worker : order()) {
      List<double[]> scalars = new ArrayList<>();
      answers.forEach(plane -> scalars.add(new double[] {plane[worker]}));
      if (decoder.offer(worker, new Projection(scalars))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Fails unless the decoding makes the right result of these answers.
   *
   * @param trial for the message
   * @param answers per plane, one number per worker; not modified
   */
  public void requireRight(int trial, Decoding.Decodable decodable, List<double[]> answers) {
    for (int plane = 0; plane < arithmetic.size(); plane++) {
      Matrix rows = decodable.coefficients().get(plane);
      for (int result = 0; result < rows.rows(); result++) {
        double value =
            combined(arithmetic.plane(plane), rows, result, decodable, answers.get(plane));
        if (value != expected.get(plane)[result]) {
          Assertions.fail(
              "%s: trial %d, seed %d decodes to a wrong result", code.parameters(), trial, SEED);
        }
      }
    }
  }

  private static double combined(
      Field field, Matrix rows, int result, Decoding.Decodable decodable, double[] answers) {
    double sum = 0;
    for (int i = 0; i < rows.columns(); i++) {
      double answer = answers[decodable.used().get(i)];
      sum = field.add(sum, field.multiply(rows.get(result, i), answer));
    }
    return sum;
  }
}
