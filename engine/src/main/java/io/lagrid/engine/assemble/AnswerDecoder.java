package io.lagrid.engine.assemble;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoding;
import java.util.List;

/**
 * Turns answers into result blocks: result_b = Σ_i c[b][i]·answer_i, plane by plane. Immutable and
 * thread-safe.
 */
public record AnswerDecoder(Arithmetic arithmetic, Kernels kernels) {

  /**
   * The result blocks.
   *
   * @param decoding the small matrices
   * @param answers the used answers, in their order; not modified
   */
  public List<Block> decode(Decoding.Decodable decoding, List<Block> answers) {
    Block like = answers.get(0);
    List<Block> targets =
        Block.zeros(decoding.results(), arithmetic.size(), like.rows(), like.columns());
    for (int i = 0; i < arithmetic.size(); i++) {
      if (!decoding.transfers().isEmpty()) {
        decoding
            .transfers()
            .get(i)
            .apply(
                plane(answers, i), plane(targets, i), kernels.transforms(), Cancellation.never());
        continue;
      }
      kernels.combineOnCores(
          arithmetic.plane(i),
          decoding.coefficients().get(i),
          plane(answers, i),
          plane(targets, i));
    }
    return targets;
  }

  private static List<Matrix> plane(List<Block> blocks, int index) {
    return blocks.stream().map(block -> block.plane(index)).toList();
  }
}
