package io.lagrid.codes.lagrange;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.transform.PlainTransform;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Projection;
import io.lagrid.codes.decode.ManyWorkers;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Many workers: points are roots of unity, and transforms encode, decode and locate. */
final class ManyWorkersTest {

  private static final long SEED = 20_260_418;
  private static final int WORKERS = 520;
  private static final int DATA = 100;
  private static final int COLLUDERS = 3;

  private final PrimeField field = PrimeField.of(Primes.largest(1).get(0));
  private final Arithmetic arithmetic = Arithmetic.residues(Primes.largest(1));
  private final Randomness random = Randomness.insecure(SEED);
  private final LagrangeCode code =
      new LagrangeCode(new LagrangeParameters(WORKERS, DATA, 2, COLLUDERS));

  private List<Matrix> blocks(int count) {
    List<Matrix> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Matrix block = Matrix.zeros(2, 3);
      random.fill(field, block.data(), 0, block.data().length);
      blocks.add(block);
    }
    return blocks;
  }

  private List<Matrix> encoded(List<Matrix> sources) {
    List<Matrix> shares = blocks(WORKERS);
    code.encoding(0, field)
        .transfer()
        .orElseThrow()
        .apply(sources, shares, new PlainTransform(), Cancellation.never());
    return shares;
  }

  @Test
  void transfersEncodeAsTheMatrixDoes() {
    List<Matrix> sources = blocks(DATA + COLLUDERS);
    Encoding encoding = code.encoding(0, field);
    List<Matrix> expected = blocks(WORKERS);
    Kernels.named("plain")
        .combine(field, encoding.coefficients(), sources, expected, Cancellation.never());
    assertThat(encoded(sources)).isEqualTo(expected);
    double[] points = code.points(field);
    assertThat(points).doesNotContain(code.dataPoints(field)).doesNotHaveDuplicates();
    assertThat(
            new LagrangeCode(new LagrangeParameters(ManyWorkers.MANY - 1, 2, 2, 0))
                .encoding(0, field)
                .transfer())
        .isEmpty();
  }

  @Test
  void aFieldWithoutASecondCosetHasConsecutivePoints() {
    PrimeField fermat = PrimeField.of(65_537); // p − 1 = 2^16
    LagrangeCode many = new LagrangeCode(new LagrangeParameters(40_000, 2, 2, 0));
    assertThat(many.dataPoints(fermat)).containsExactly(0, 1);
    assertThat(many.points(fermat)).hasSize(40_000).startsWith(2, 3).doesNotHaveDuplicates();
    LagrangeCode fewer = new LagrangeCode(new LagrangeParameters(30_000, 2, 2, 0));
    assertThat(fewer.coset(fermat)).isPresent();
    assertThat(fewer.points(fermat)).doesNotContain(fewer.dataPoints(fermat));
  }

  @Test
  void anyRAnswersGiveTheSquaresOfTheBlocksAndLiarsAreLocated() {
    List<Matrix> sources = blocks(DATA + COLLUDERS);
    List<Matrix> answers = new ArrayList<>(encoded(sources).stream().map(this::squared).toList());
    int adversaries = 20;
    TreeSet<Integer> liars = new TreeSet<>();
    while (liars.size() < adversaries) {
      liars.add(random.nextInt(WORKERS));
    }
    List<Matrix> lies = blocks(WORKERS);
    liars.forEach(liar -> answers.set(liar, lies.get(liar)));
    Decoder decoder = code.newDecoder(arithmetic, adversaries);
    boolean enough = false;
    TreeSet<Integer> met = new TreeSet<>();
    for (int i = 0; !enough; i++) {
      int worker = i * 7 % WORKERS;
      if (liars.contains(worker)) {
        met.add(worker);
      }
      enough = decoder.offer(worker, projection(answers.get(worker)));
    }
    Decoding.Decodable decoding = (Decoding.Decodable) decoder.outcome();
    assertThat(decoding.rejected()).as("seed %d", SEED).isEqualTo(met);
    assertThat(decoding.used()).hasSize(code.parameters().recoveryThreshold());
    assertThat(results(decoding, answers))
        .isEqualTo(sources.subList(0, DATA).stream().map(this::squared).toList());
  }

  private List<Matrix> results(Decoding.Decodable decoding, List<Matrix> answers) {
    assertThat(decoding.results()).isEqualTo(DATA);
    List<Matrix> used = decoding.used().stream().map(answers::get).toList();
    List<Matrix> results = blocks(DATA);
    decoding.transfers().get(0).apply(used, results, new PlainTransform(), Cancellation.never());
    return results;
  }

  private Matrix squared(Matrix block) {
    Matrix square = block.copy();
    for (int i = 0; i < square.data().length; i++) {
      square.data()[i] = field.multiply(square.data()[i], square.data()[i]);
    }
    return square;
  }

  /** One fixed functional; the lies differ from the truth in it. */
  private Projection projection(Matrix answer) {
    double sum = 0;
    for (int i = 0; i < answer.data().length; i++) {
      sum = field.add(sum, field.multiply(answer.data()[i], field.of((long) i + 1)));
    }
    return new Projection(List.of(new double[] {sum}));
  }
}
