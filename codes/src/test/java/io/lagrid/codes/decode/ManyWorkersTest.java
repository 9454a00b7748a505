package io.lagrid.codes.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Lie;
import io.lagrid.codes.NaiveProjections;
import io.lagrid.codes.NaiveRound;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.mds.MdsCode;
import io.lagrid.codes.mds.MdsParameters;
import io.lagrid.codes.product.EntangledCode;
import io.lagrid.codes.product.EntangledParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Product codes whose many workers sit on roots of unity: transforms do what the matrices do. */
final class ManyWorkersTest {

  private static final long SEED = 20_261_122;
  private static final int MANY = ManyWorkers.MANY;
  private static final int TRIALS = 2;

  private final Arithmetic arithmetic = Arithmetic.residues(Primes.largest(2));
  private final Randomness random = Randomness.insecure(SEED);

  static List<ProductCode> codes() {
    return List.of(
        new MdsCode(new MdsParameters(MANY, 100)),
        new MdsCode(new MdsParameters(MANY + 88, 256)),
        new EntangledCode(new EntangledParameters("polynomial", MANY, new Partition(1, 11, 12), 0)),
        new EntangledCode(
            new EntangledParameters("entangled", MANY + 1, new Partition(3, 5, 6), 0)),
        new EntangledCode(EntangledParameters.matdot(MANY, 60, 3)));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void transfersEncodeAsTheMatrixDoes(ProductCode code) {
    PrimeField field = (PrimeField) arithmetic.plane(0);
    Encoding encoding = code.encoding(0, field);
    List<Matrix> sources = blocks(encoding.coefficients().columns());
    List<Matrix> expected = blocks(code.parameters().workers());
    List<Matrix> shares = blocks(code.parameters().workers());
    Kernels kernels = Kernels.named("plain");
    kernels.combine(field, encoding.coefficients(), sources, expected, Cancellation.never());
    encoding
        .transfer()
        .orElseThrow()
        .apply(sources, shares, kernels.transforms(), Cancellation.never());
    assertThat(shares).as("%s, seed %d", code.parameters(), SEED).isEqualTo(expected);
  }

  private List<Matrix> blocks(int count) {
    List<Matrix> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Matrix block = Matrix.zeros(2, 3);
      random.fill((PrimeField) arithmetic.plane(0), block.data(), 0, block.data().length);
      blocks.add(block);
    }
    return blocks;
  }

  @ParameterizedTest
  @MethodSource("codes")
  void anyRAnswersGiveTheProductAndLiarsAreLocated(ProductCode code) {
    NaiveRound round = new NaiveRound(code, arithmetic, random);
    NaiveRound other = new NaiveRound(code, arithmetic, random);
    int adversaries = 12;
    List<Integer> workers = shuffled(code.parameters().workers());
    List<Integer> liars = workers.subList(0, adversaries);
    for (Lie lie : new Lie[] {Lie.RANDOM, Lie.ANOTHER_CODEWORD}) {
      List<Block> answers = lie.apply(liars, round, other, random);
      NaiveProjections projections =
          new NaiveProjections(arithmetic, TRIALS, answers.get(0), random);
      Decoder decoder = code.newDecoder(arithmetic, adversaries);
      int offered = 0;
      while (!decoder.offer(
          workers.get(offered), projections.of(answers.get(workers.get(offered))))) {
        offered++;
      }
      Decoding.Decodable decoding = (Decoding.Decodable) decoder.outcome();
      assertThat(offered + 1).isEqualTo(code.parameters().recoveryThreshold() + 2 * adversaries);
      assertThat(decoding.rejected()).as("%s", code.parameters()).isEqualTo(new TreeSet<>(liars));
      assertThat(decoding.transfers()).hasSize(arithmetic.size());
      assertThat(round.decode(decoding, answers))
          .as("%s, %s, seed %d", code.parameters(), lie, SEED)
          .isEqualTo(round.expected());
    }
  }

  private List<Integer> shuffled(int count) {
    List<Integer> numbers = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> numbers.add(random.nextInt(i + 1), i));
    return numbers;
  }

  @Test
  void fewerWorkersAndOtherFieldsKeepTheirPoints() {
    PrimeField field = (PrimeField) arithmetic.plane(0);
    assertThat(ManyWorkers.roots(field, MANY)).isPresent();
    assertThat(ManyWorkers.roots(field, MANY - 1)).isEmpty();
    assertThat(ManyWorkers.roots(RealField.instance(), MANY)).isEmpty();
    assertThat(ManyWorkers.roots(PrimeField.of(1031), MANY)).isEmpty(); // p − 1 = 2·5·103
    assertThat(ManyWorkers.roots(PrimeField.of(65_537), 40_000)).isEmpty(); // p − 1 = 2^16
    assertThat(ManyWorkers.apart(PrimeField.of(65_537), 1_000, 40_000)).isEmpty();
    MdsCode few = new MdsCode(new MdsParameters(MANY - 1, 5));
    assertThat(few.encoding(0, field).transfer()).isEmpty();
    assertThat(few.points(field)).startsWith(0, 1, 2).hasSize(MANY - 1);
  }
}
