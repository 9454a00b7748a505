package io.lagrid.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Partition;
import io.lagrid.codes.csa.GcsaCode;
import io.lagrid.codes.csa.GcsaParameters;
import io.lagrid.codes.product.EntangledCode;
import io.lagrid.codes.product.EntangledParameters;
import io.lagrid.engine.cluster.ProductTask;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.share.EncodedOperand;
import io.lagrid.engine.share.EncodedProduct;
import io.lagrid.engine.share.Encoder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Freivalds from both sides, without touching a share: over a tiny field every lie can be counted.
 */
class ProductVerifierTest {

  private static final int PRIME = 13;
  private static final int ROUNDS = 20_000;

  private final Randomness random = Randomness.insecure(5);
  private final Kernels kernels = Kernels.named("plain");
  private final Arithmetic arithmetic = Arithmetic.residues(List.of(PRIME));
  private final EntangledCode code =
      new EntangledCode(EntangledParameters.entangled(9, new Partition(2, 2, 2), 0));
  private final Encoder encoder = new Encoder(arithmetic, kernels, random);
  private final EncodedOperand left = encoder.prepare(code, 0, blocks(4));
  private final EncodedOperand right = encoder.prepare(code, 1, blocks(4));
  private final AnswerShape shape = new AnswerShape(arithmetic, 3, 3);

  private List<Block> blocks(int count) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Block block = Block.zeros(1, 3, 3);
      random.fill((PrimeField) arithmetic.plane(0), block.plane(0).data(), 0, 9);
      blocks.add(block);
    }
    return blocks;
  }

  private Block honest(int worker) {
    Block product = Block.zeros(1, 3, 3);
    Matrix a = encoder.encode(left).get(worker).plane(0);
    Matrix b = encoder.encode(right).get(worker).plane(0);
    kernels.multiply(arithmetic.plane(0), a, b, product.plane(0), Cancellation.never());
    return product;
  }

  private ProductVerifier verifier(int trials) {
    return ProductVerifier.of(
        Projector.draw(shape, trials, kernels, random),
        kernels,
        new EncodedProduct(left, right, code.sharePartition()));
  }

  @Test
  void honestAnswersAlwaysPass() {
    for (int draw = 0; draw < 50; draw++) {
      ProductVerifier verifier = verifier(2);
      for (int worker = 0; worker < 9; worker++) {
        assertThat(verifier.objection(worker, honest(worker))).isEmpty();
      }
    }
  }

  @Test
  void aSumOfProductsIsCheckedAsASum() {
    GcsaCode batch = new GcsaCode(GcsaParameters.csa(6, 4, 2, 0)); // two blocks per share
    EncodedOperand a = encoder.prepare(batch, 0, blocks(4));
    EncodedOperand b = encoder.prepare(batch, 1, blocks(4));
    int missed = 0;
    for (int draw = 0; draw < 50; draw++) {
      ProductVerifier verifier =
          ProductVerifier.of(
              Projector.draw(shape, 4, kernels, random),
              kernels,
              new EncodedProduct(a, b, batch.sharePartition()));
      for (int worker = 0; worker < 6; worker++) {
        Block sum = sum(encoder.encode(a), encoder.encode(b), worker);
        assertThat(verifier.objection(worker, sum)).isEmpty();
        Block other = sum(encoder.encode(a), encoder.encode(b), (worker + 1) % 6);
        missed += verifier.objection(worker, other).isEmpty() ? 1 : 0;
      }
    }
    assertThat(missed).isLessThan(5); // each with probability below (2/13)^4
  }

  private Block sum(List<Block> left, List<Block> right, int worker) {
    Share a = new Share(arithmetic, left.subList(2 * worker, 2 * worker + 2));
    Share b = new Share(arithmetic, right.subList(2 * worker, 2 * worker + 2));
    return new ProductTask().compute(List.of(a, b), kernels, Cancellation.never());
  }

  @Test
  void aLiePassesOneTrialAboutAsOftenAsStated() {
    double passed = passes(1);
    // 1 − (1 − 1/p)² for a lie in one entry
    assertThat(passed).isBetween(0.14, 0.155);
    assertThat(passed).isLessThan(2.0 / PRIME + 0.01);
  }

  @Test
  void trialsMultiply() {
    assertThat(passes(3)).isLessThan(3 * Math.pow(2.0 / PRIME, 3));
  }

  private double passes(int trials) {
    Block lie = honest(4);
    Matrix plane = lie.plane(0);
    plane.set(1, 2, arithmetic.plane(0).add(plane.get(1, 2), 1));
    int passed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      passed += verifier(trials).objection(4, lie).isEmpty() ? 1 : 0;
    }
    return (double) passed / ROUNDS;
  }
}
