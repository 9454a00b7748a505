package io.lagrid.codes.gasp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.linear.LinearSystems;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.BilinearAnswers;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.NaiveRound;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Projection;
import io.lagrid.codes.Proposal;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Subsets;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.decode.Points;
import io.lagrid.codes.minors.EchelonRows;
import io.lagrid.codes.minors.MinorCheck;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GaspCodeTest {

  private static final long SEED = 17;
  private static final int WORKERS = 10;

  private final PrimeField large = PrimeField.of(Primes.largest(1).get(0));

  private static GaspCode code(int workers, int m, int n, int colluders) {
    return new GaspCode(GaspParameters.best(workers, new Partition(1, m, n), colluders));
  }

  /** m = n = 2, T = 1, R = 8 at the points 1, …, 10, which nobody checked. */
  private static GaspCode unchecked() {
    GaspParameters parameters = GaspParameters.best(WORKERS, new Partition(1, 2, 2), 1);
    return new GaspCode(
        parameters,
        field ->
            GaspPoints.of(parameters.table(), false, field, Points.consecutive(field, 1, WORKERS)));
  }

  private static boolean independent(GaspCode code, Field field, List<Integer> workers) {
    Matrix powers = code.points(field).powers();
    double[][] rows =
        workers.stream().map(worker -> EchelonRows.row(powers, worker)).toArray(double[][]::new);
    return LinearSystems.rank(field, Matrix.ofRows(rows)) == powers.columns();
  }

  @Test
  void aSingularSetOfAnswersIsNotDecodedButOneMoreMayHelp() {
    PrimeField field = PrimeField.of(13);
    GaspCode code = unchecked();
    assertThat(code.decodability(field).passed()).isFalse();
    Arithmetic arithmetic = Arithmetic.residues(List.of(13));
    NaiveRound round = new NaiveRound(code, arithmetic, Randomness.insecure(SEED));
    int singular = 0;
    for (List<Integer> workers : Subsets.ofSize(WORKERS, 8)) {
      boolean regular = independent(code, field, workers);
      Decoder decoder = decoderAfter(code, arithmetic, workers);
      assertThat(decoder.reachable(List.of())).isEqualTo(regular);
      if (!regular) {
        singular++;
        assertThat(decoder.outcome()).isEqualTo(new Decoding.TooFew(8, 9));
        completed(code, field, decoder, workers);
      }
      if (decoder.outcome() instanceof Decoding.Decodable decodable) {
        List<io.lagrid.algebra.matrix.Block> result = round.decode(decodable, round.answers());
        assertThat(NaiveRound.distance(result, round.expected())).isZero();
      }
    }
    assertThat(singular).isPositive().isLessThan((int) Subsets.binomial(WORKERS, 8));
  }

  private static Decoder decoderAfter(GaspCode code, Arithmetic arithmetic, List<Integer> workers) {
    Decoder decoder = code.newDecoder(arithmetic, 0);
    workers.forEach(worker -> decoder.offer(worker, Projection.NONE));
    return decoder;
  }

  /** Offers whoever is left, and checks that the decoder foresees what comes of it. */
  private static void completed(
      GaspCode code, PrimeField field, Decoder decoder, List<Integer> workers) {
    for (int worker = 0; worker < WORKERS; worker++) {
      if (!workers.contains(worker) && !(decoder.outcome() instanceof Decoding.Decodable)) {
        boolean promised = decoder.reachable(List.of(worker));
        assertThat(decoder.reachable(List.of(worker))).isEqualTo(promised); // also when asked again
        assertThat(decoder.offer(worker, Projection.NONE)).isEqualTo(promised);
      }
    }
    List<Integer> all = Subsets.ofSize(WORKERS, WORKERS).get(0);
    assertThat(decoder.outcome() instanceof Decoding.Decodable)
        .isEqualTo(independent(code, field, all));
  }

  @Test
  void planesMayDecodeFromDifferentAnswers() {
    Arithmetic arithmetic = Arithmetic.residues(List.of(13, 17));
    GaspCode code = unchecked();
    NaiveRound round = new NaiveRound(code, arithmetic, Randomness.insecure(SEED));
    int wider = 0;
    for (List<Integer> workers : Subsets.ofSize(WORKERS, 9)) {
      Decoder decoder = decoderAfter(code, arithmetic, workers);
      boolean regular =
          arithmetic.planes().stream().allMatch(field -> independent(code, field, workers));
      assertThat(decoder.outcome() instanceof Decoding.Decodable).isEqualTo(regular);
      if (decoder.outcome() instanceof Decoding.Decodable decodable) {
        wider += decodable.used().size() > 8 ? 1 : 0;
        List<io.lagrid.algebra.matrix.Block> result = round.decode(decodable, round.answers());
        assertThat(NaiveRound.distance(result, round.expected())).isZero();
      }
    }
    assertThat(wider).isPositive();
  }

  @Test
  void checkedPointsLetEverySetOfAnswersDecode() {
    int[][] cases = {{16, 3, 3, 1}, {20, 3, 3, 2}, {12, 2, 2, 2}, {30, 2, 3, 1}};
    for (int[] each : cases) {
      GaspCode code = code(each[0], each[1], each[2], each[3]);
      int threshold = code.parameters().recoveryThreshold();
      int smaller = Math.min(threshold, each[0] - threshold);
      boolean few = MinorCheck.subsets(each[0], smaller) <= MinorCheck.EXHAUSTIVE;
      assertThat(code.decodability(large).passed()).isTrue();
      assertThat(code.decodability(large).exhaustive()).isEqualTo(few);
      if (few) {
        assertThat(code.decodability(large).submatrices())
            .isEqualTo(Subsets.binomial(each[0], threshold));
      }
    }
  }

  @Test
  void theThresholdIsTheDimensionOfTheAnswers() {
    int cases = 0;
    for (int m = 1; m <= 3; m++) {
      for (int n = 1; n <= 3; n++) {
        for (int colluders = 1; colluders <= 2; colluders++) {
          Partition partition = new Partition(1, m, n);
          int threshold = (int) GaspParameters.threshold(12, partition, colluders);
          GaspCode code = code(threshold + 2, m, n, colluders);
          BilinearAnswers answers = new BilinearAnswers(code, large);
          assertThat(answers.dimension()).isEqualTo(threshold);
          assertThat(answers.determined(threshold)).isTrue();
          assertThat(answers.determined(threshold - 1)).isFalse();
          cases++;
        }
      }
    }
    assertThat(cases).isEqualTo(18);
  }

  @Test
  void pointsAreDrawnAgainUntilTheyPassAndAlwaysTheSame() {
    PrimeField field = PrimeField.of(101); // about one in a hundred of the 45 sets is singular
    GaspCode first = code(WORKERS, 2, 2, 1);
    GaspCode second = code(WORKERS, 2, 2, 1);
    assertThat(first.decodability(field).passed()).isTrue();
    assertThat(first.points(field)).isEqualTo(second.points(field));
  }

  @Test
  void whereSamplesAreNoProofThePointsAre() {
    PrimeField field = PrimeField.of(500_009);
    int codes = 0;
    for (int workers = 1000; workers < 1004; workers++) { // C(1000, 2) = 499,500 sets of colluders
      GaspParameters parameters = new GaspParameters(workers, new Partition(1, 2, 2), 2, 1, false);
      Matrix coefficients = new GaspCode(parameters).encoding(0, field).coefficients();
      Set<Double> squares = new HashSet<>(); // one of them twice in every other draw of the points
      for (int worker = 0; worker < workers; worker++) {
        double point = coefficients.get(worker, 1);
        squares.add(field.multiply(point, point));
      }
      assertThat(squares).as("N = %d", workers).hasSize(workers);
      codes++;
    }
    assertThat(codes).isEqualTo(4);
  }

  @Test
  void thresholdsBeyondWhatCanBeCheckedAreNotOffered() {
    Operation.Product product = new Operation.Product(1, 60, 20, 60);
    Tolerance tolerance = new Tolerance(100, 0, 5);
    Requirement many = new Requirement(product, 4096, tolerance, true, false, Optional.empty());
    Requirement cut =
        new Requirement(
            product, 4096, tolerance, true, false, Optional.of(new Partition(1, 40, 50)));
    Proposal.Codes codes = (Proposal.Codes) GaspConstruction.gasp().propose(many);
    assertThat(codes.codes())
        .isNotEmpty()
        .allSatisfy(
            code -> assertThat(code.parameters().recoveryThreshold()).isLessThanOrEqualTo(512));
    Proposal.Refusal large = (Proposal.Refusal) GaspConstruction.gasp().propose(cut);
    assertThat(large.reason()).contains("checked for up to 512");
  }

  @Test
  void aFieldThatIsTooSmallIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> code(WORKERS, 2, 2, 1).encoding(0, PrimeField.of(7)))
        .withMessage(
            "10 distinct non-zero points need a field of at least 11 elements; GF(7) is too small");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> code(WORKERS, 2, 2, 1).encoding(0, PrimeField.of(13)))
        .withMessageContaining("in 64 draws")
        .withMessageContaining("use a larger field");
  }
}
