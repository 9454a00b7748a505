package io.lagrid.codes.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;
import io.lagrid.codes.Projection;
import io.lagrid.codes.csa.GcsaCode;
import io.lagrid.codes.csa.GcsaParameters;
import io.lagrid.codes.product.EntangledCode;
import io.lagrid.codes.product.EntangledParameters;
import io.lagrid.codes.rateless.LtCode;
import io.lagrid.codes.rateless.LtParameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Codes for any field, over the reals: however badly they are conditioned, what they lose stays
 * within the bound that their decode matrices give. These matrices are not refined, so the bound
 * holds only while their own errors stay small beside those of the answers.
 */
final class DecodingErrorTest {

  private static final long SEED = 20_261_122;
  private static final int SETS = 20;

  static List<ProductCode> codes() {
    ProductGrid pair = new ProductGrid(2, new Partition(1, 2, 2));
    ProductGrid four = new ProductGrid(4, new Partition(1, 2, 1));
    return List.of(
        new EntangledCode(EntangledParameters.polynomial(12, 3, 3)),
        new EntangledCode(EntangledParameters.polynomial(20, 4, 4)),
        new EntangledCode(EntangledParameters.polynomial(30, 5, 5)),
        new EntangledCode(EntangledParameters.polynomial(51, 7, 7)),
        new EntangledCode(EntangledParameters.matdot(40, 15, 0)),
        new EntangledCode(EntangledParameters.entangled(25, new Partition(2, 3, 3), 0)),
        new GcsaCode(GcsaParameters.csa(14, 6, 6, 0)),
        new GcsaCode(GcsaParameters.csa(24, 10, 10, 0)),
        new GcsaCode(GcsaParameters.gcsa(16, pair, 2, 0)),
        new GcsaCode(GcsaParameters.gcsa(18, four, 4, 0)),
        new LtCode(new LtParameters(30, 20)),
        new LtCode(new LtParameters(90, 60)));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void noSetOfAnswersErrsByMoreThanItsBound(ProductCode code) {
    Randomness random = Randomness.insecure(SEED);
    ExactRound round = new ExactRound(code, random);
    for (int set = 0; set < SETS; set++) {
      Decoding.Decodable decodable = decodable(code, order(code, set, random));
      assertThat(round.error(decodable.used(), decodable.coefficients().get(0)))
          .as("answers of %s, seed %d", decodable.used(), SEED)
          .isLessThanOrEqualTo(bound(code, decodable));
    }
  }

  /** At random, or from some worker on, so that neighbours are those that are not heard. */
  private static List<Integer> order(ProductCode code, int set, Randomness random) {
    int workers = code.parameters().workers();
    List<Integer> order = new ArrayList<>(IntStream.range(0, workers).boxed().toList());
    Collections.rotate(order, set * workers / SETS);
    for (int i = workers - 1; set % 2 == 0 && i > 0; i--) {
      Collections.swap(order, i, random.nextInt(i + 1));
    }
    return order;
  }

  private static Decoding.Decodable decodable(ProductCode code, List<Integer> order) {
    Decoder decoder = code.newDecoder(Arithmetic.real(), 0);
    for (int worker : order) {
      if (decoder.offer(worker, Projection.NONE)) {
        break;
      }
    }
    return (Decoding.Decodable) decoder.outcome();
  }

  private static double bound(ProductCode code, Decoding.Decodable decodable) {
    ProductGrid grid = code.grid();
    int combined = grid.leftBlocks() + grid.rightBlocks() + decodable.used().size();
    return new Conditioning(1, Amplification.of(code, decodable, 0))
        .errorBound(ExactRound.INNER * code.sharePartition().p(), combined, 1, 1);
  }
}
