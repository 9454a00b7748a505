package io.lagrid.codes.polynomial;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Corruptions;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Projection;
import io.lagrid.codes.Subsets;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every code for maps must do, proved on the monomial x^d·w with d + 1 the code's degree if w
 * is hidden, and d if it is not. A new code joins by giving a few instances, three at least, and
 * their d; N should be at most 10.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MapCodeContract {

  private static final long SEED = 20_261_122;

  private final Arithmetic arithmetic = Arithmetic.residues(Primes.largest(1));
  private final int trials = 2;
  private Randomness random = Randomness.insecure(SEED);
  private @Nullable MapCode code;

  /** The codes under test: small, and different in N, blocks and colluders. */
  abstract List<MapCode> codes();

  /** The power of x that workers multiply w by. */
  abstract int power();

  /** A test of every code, which it is to {@link #take} first. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @ParameterizedTest
  @MethodSource("named")
  private @interface ForEveryCode {}

  final Stream<Named<MapCode>> named() {
    return codes().stream().map(each -> Named.of(each.parameters().toString(), each));
  }

  private void take(MapCode next) {
    random = Randomness.insecure(SEED);
    code = next;
  }

  /** The code under test. */
  final MapCode code() {
    return Objects.requireNonNull(code);
  }

  /** Whether answers of exactly these workers decode; by default, whether they are R. */
  boolean decodes(Set<Integer> workers) {
    return workers.size() >= code().parameters().recoveryThreshold();
  }

  /** Per plane, entry and worker: honest answers; and the values at the data. */
  private static final class Round {

    private final double[][][] answers;
    private final double[][][] values;

    Round(double[][][] answers, double[][][] values) {
      this.answers = answers;
      this.values = values;
    }
  }

  private int workers() {
    return code().parameters().workers();
  }

  private int radius() {
    return (workers() - code().parameters().recoveryThreshold()) / 2;
  }

  private Round round() {
    int planes = arithmetic.size();
    double[][][] answers = new double[planes][trials][];
    double[][][] values = new double[planes][trials][];
    for (int plane = 0; plane < planes; plane++) {
      PrimeField field = (PrimeField) arithmetic.plane(plane);
      Matrix cut = code().encoding(MapCode.CUT, field).coefficients();
      Matrix common = code().encoding(MapCode.COMMON, field).coefficients();
      for (int entry = 0; entry < trials; entry++) {
        double[] x = uniform(field, cut.columns());
        double[] w = uniform(field, common.columns());
        double[] answer = new double[workers()];
        for (int i = 0; i < answer.length; i++) {
          answer[i] = map(field, dot(field, cut, i, x), dot(field, common, i, w));
        }
        double[] value = new double[code().dataBlocks()];
        Arrays.setAll(value, k -> map(field, x[k], w[0]));
        answers[plane][entry] = answer;
        values[plane][entry] = value;
      }
    }
    return new Round(answers, values);
  }

  private double map(Field field, double x, double w) {
    return field.multiply(field.power(x, power()), w);
  }

  private double[] uniform(PrimeField field, int count) {
    double[] values = new double[count];
    random.fill(field, values, 0, count);
    return values;
  }

  private static double dot(Field field, Matrix matrix, int row, double[] values) {
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      sum = field.add(sum, field.multiply(matrix.get(row, k), values[k]));
    }
    return sum;
  }

  private Projection projection(double[][][] answers, int worker) {
    List<double[]> planes = new ArrayList<>();
    for (double[][] plane : answers) {
      planes.add(Arrays.stream(plane).mapToDouble(entry -> entry[worker]).toArray());
    }
    return new Projection(planes);
  }

  private void assertDecodes(Decoding.Decodable decodable, double[][][] answers, Round truth) {
    for (int plane = 0; plane < arithmetic.size(); plane++) {
      Field field = arithmetic.plane(plane);
      for (int entry = 0; entry < trials; entry++) {
        double[] given = answers[plane][entry];
        double[] used = decodable.used().stream().mapToDouble(i -> given[i]).toArray();
        for (int k = 0; k < code().dataBlocks(); k++) {
          assertThat(dot(field, decodable.coefficients().get(plane), k, used))
              .as("seed %d", SEED)
              .isEqualTo(truth.values[plane][entry][k]);
        }
      }
    }
  }

  @ForEveryCode
  void everySetOfRespondersDecodesOrIsTooFew(MapCode each) {
    take(each);
    Round truth = round();
    int threshold = code().parameters().recoveryThreshold();
    long sets = 0;
    long enough = 0;
    for (List<Integer> responders : Subsets.all(workers())) {
      Decoder decoder = code().newDecoder(arithmetic, 0);
      responders.forEach(worker -> decoder.offer(worker, Projection.NONE));
      boolean decodable = decodes(new HashSet<>(responders));
      if (decodable) {
        assertDecodes((Decoding.Decodable) decoder.outcome(), truth.answers, truth);
      } else {
        assertThat(decoder.outcome()).isInstanceOf(Decoding.TooFew.class);
      }
      enough += decodable && responders.size() == threshold ? 1 : 0;
      sets++;
    }
    assertThat(sets).isEqualTo(1L << workers());
    assertThat(enough).as("sets of R").isEqualTo(Subsets.binomial(workers(), threshold));
  }

  @ForEveryCode
  void everySetOfAsManyLiarsAsCanBeLocatedIsLocated(MapCode each) {
    take(each);
    long sets = 0;
    for (boolean together : new boolean[] {false, true}) {
      Round truth = round();
      Round other = round();
      for (List<Integer> liars : Subsets.ofSize(workers(), radius())) {
        double[][][] answers = lies(truth, together ? other : null, liars);
        Decoder decoder = code().newDecoder(arithmetic, radius());
        Set<Integer> heard = new HashSet<>();
        boolean enough = false;
        for (int worker : shuffled()) {
          enough = enough || decoder.offer(worker, projection(answers, worker));
          heard.add(worker);
          if (enough) {
            break;
          }
        }
        Decoding.Decodable decodable = (Decoding.Decodable) decoder.outcome();
        assertDecodes(decodable, answers, truth);
        heard.retainAll(liars);
        assertThat(decodable.rejected()).isEqualTo(heard);
        sets++;
      }
    }
    assertThat(sets).isEqualTo(2 * Subsets.binomial(workers(), radius()));
  }

  @ForEveryCode
  void beyondTheRadiusNothingWrongIsDecoded(MapCode each) {
    take(each);
    Round truth = round();
    Corruptions corruptions =
        new Corruptions(code(), arithmetic, first(truth.answers), first(truth.values));
    boolean first = code().parameters().equals(codes().get(0).parameters());
    int trials = first ? Corruptions.TRIALS : Corruptions.FURTHER;
    Corruptions.Tally tally = corruptions.run(trials, radius());
    assertThat(tally.right() + tally.refused()).isEqualTo(trials);
    assertThat(tally.refused()).isPositive();
  }

  /** The first entry of every plane. */
  private static List<double[]> first(double[][][] entries) {
    return Arrays.stream(entries).map(plane -> plane[0]).toList();
  }

  @Test
  void theCodesUnderTestDiffer() {
    List<CodeParameters> parameters =
        codes().stream().<CodeParameters>map(each -> each.parameters()).toList();
    assertThat(parameters).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
    assertThat(parameters.stream().map(CodeParameters::workers).distinct().count())
        .isGreaterThanOrEqualTo(2);
  }

  /** The liars' answers are those of another round, or uniformly random ones. */
  private double[][][] lies(Round truth, @Nullable Round other, List<Integer> liars) {
    double[][][] answers = new double[arithmetic.size()][trials][];
    for (int plane = 0; plane < answers.length; plane++) {
      PrimeField field = (PrimeField) arithmetic.plane(plane);
      for (int entry = 0; entry < trials; entry++) {
        answers[plane][entry] = truth.answers[plane][entry].clone();
        double[] drawn = uniform(field, liars.size());
        for (int l = 0; l < drawn.length; l++) {
          int liar = liars.get(l);
          answers[plane][entry][liar] =
              other == null ? drawn[l] : other.answers[plane][entry][liar];
        }
      }
    }
    return answers;
  }

  private List<Integer> shuffled() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < workers(); i++) {
      order.add(i);
      Collections.swap(order, i, random.nextInt(i + 1));
    }
    return order;
  }
}
