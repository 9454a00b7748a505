package io.lagrid.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Corruptions;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Projection;
import io.lagrid.codes.decode.ProjectionTrials;
import io.lagrid.codes.gasp.GaspCode;
import io.lagrid.codes.gasp.GaspParameters;
import io.lagrid.codes.rateless.LtCode;
import io.lagrid.codes.rateless.LtParameters;
import io.lagrid.engine.share.EncodedOperand;
import io.lagrid.engine.share.EncodedProduct;
import io.lagrid.engine.share.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Codes that locate no liars leave them to verification on arrival: however many lie, no lie is
 * decoded, and the honest answers give the right result or are too few. Blocks are single numbers.
 */
class LiesWithoutLocationTest {

  private static final long SEED = 20_260_722;

  private final Randomness random = Randomness.insecure(SEED);
  private final Kernels kernels = Kernels.named("plain");
  private final Arithmetic arithmetic = Arithmetic.residues(Primes.largest(2));

  @Test
  void noLieIsDecodedWithGasp() {
    check(
        List.of(
            new GaspCode(GaspParameters.best(9, new Partition(1, 2, 1), 1)),
            new GaspCode(GaspParameters.best(10, new Partition(1, 2, 2), 1)),
            new GaspCode(new GaspParameters(9, new Partition(1, 1, 2), 2, 2, true))));
  }

  @Test
  void noLieIsDecodedWithSumsOfRowBlocks() {
    check(
        List.of(
            new LtCode(new LtParameters(9, 6)),
            new LtCode(new LtParameters(8, 5)),
            new LtCode(new LtParameters(7, 4))));
  }

  private void check(List<? extends ProductCode> codes) {
    for (ProductCode code : codes) {
      int trials = code == codes.get(0) ? Corruptions.TRIALS : Corruptions.FURTHER;
      assertThatThrownBy(() -> code.newDecoder(arithmetic, 1))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageContaining("verify answers on arrival");
      Corruptions.Tally tally = played(code, trials);
      assertThat(tally.right() + tally.refused()).isEqualTo(trials);
      assertThat(tally.right()).as("%s, seed %d", code.parameters(), SEED).isPositive();
      assertThat(tally.refused()).as("%s, seed %d", code.parameters(), SEED).isPositive();
    }
  }

  private Corruptions.Tally played(ProductCode code, int trials) {
    List<Block> a = numbers(code.grid().leftBlocks());
    List<Block> b = numbers(code.grid().rightBlocks());
    Encoder encoder = new Encoder(arithmetic, kernels, random);
    EncodedOperand left = encoder.prepare(code, 0, a);
    EncodedOperand right = encoder.prepare(code, 1, b);
    int workers = code.parameters().workers();
    List<Block> leftShares = encoder.encode(left);
    List<Block> rightShares = encoder.encode(right);
    List<double[]> honest = products(workers, leftShares::get, rightShares::get);
    List<double[]> expected =
        products(a.size() * b.size(), i -> a.get(i / b.size()), i -> b.get(i % b.size()));
    Corruptions corruptions = new Corruptions(code, arithmetic, honest, expected);
    ProductVerifier verifier = verifier(workers, new EncodedProduct(left, right, Partition.WHOLE));
    for (int worker = 0; worker < workers; worker++) {
      assertThat(verifier.objection(worker, block(honest, worker))).isEmpty();
    }
    int decoded = 0;
    for (int trial = 0; trial < trials; trial++) {
      List<double[]> answers = corruptions.corrupted(1 + random.nextInt(workers));
      Decoding outcome = verified(code, verifier, honest, answers);
      decoded += right(trial, corruptions, outcome, answers) ? 1 : 0;
    }
    return new Corruptions.Tally(decoded, trials - decoded);
  }

  /** What comes of the answers that the verifier lets pass, which no lie may be among. */
  private Decoding verified(
      ProductCode code, ProductVerifier verifier, List<double[]> honest, List<double[]> answers) {
    Decoder decoder = code.newDecoder(arithmetic, 0);
    for (int worker = 0; worker < code.parameters().workers(); worker++) {
      if (!lies(worker, honest, answers)) {
        decoder.offer(worker, Projection.NONE);
      } else if (verifier.objection(worker, block(answers, worker)).isEmpty()) {
        Assertions.fail("seed %d: the lie of worker %d passes", SEED, worker);
      }
    }
    return decoder.outcome();
  }

  /** Whether the result was had, which is then right; else there were too few answers. */
  private static boolean right(
      int trial, Corruptions corruptions, Decoding outcome, List<double[]> answers) {
    if (outcome instanceof Decoding.Decodable decodable) {
      corruptions.requireRight(trial, decodable, answers);
      return true;
    }
    assertThat(outcome).isInstanceOf(Decoding.TooFew.class);
    return false;
  }

  private ProductVerifier verifier(int workers, EncodedProduct product) {
    AnswerShape shape = new AnswerShape(arithmetic, 1, 1);
    int pairs = ProjectionTrials.needed(arithmetic, workers);
    Projector projector = Projector.draw(shape, pairs, kernels, random);
    return ProductVerifier.of(projector, kernels, product);
  }

  private List<Block> numbers(int count) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Block block = Block.zeros(arithmetic.size(), 1, 1);
      for (int plane = 0; plane < arithmetic.size(); plane++) {
        random.fill((PrimeField) arithmetic.plane(plane), block.plane(plane).data(), 0, 1);
      }
      blocks.add(block);
    }
    return blocks;
  }

  /** Plane by plane, the products of numbered pairs. */
  private List<double[]> products(int count, IntFunction<Block> left, IntFunction<Block> right) {
    List<double[]> planes = new ArrayList<>();
    for (int plane = 0; plane < arithmetic.size(); plane++) {
      double[] products = new double[count];
      for (int i = 0; i < count; i++) {
        double a = left.apply(i).plane(plane).get(0, 0);
        double b = right.apply(i).plane(plane).get(0, 0);
        products[i] = arithmetic.plane(plane).multiply(a, b);
      }
      planes.add(products);
    }
    return planes;
  }

  private static boolean lies(int worker, List<double[]> honest, List<double[]> answers) {
    return IntStream.range(0, honest.size())
        .anyMatch(plane -> honest.get(plane)[worker] != answers.get(plane)[worker]);
  }

  private static Block block(List<double[]> answers, int worker) {
    return new Block(
        answers.stream().map(plane -> Matrix.of(1, 1, new double[] {plane[worker]})).toList());
  }
}
