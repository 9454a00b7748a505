package io.lagrid.bench;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.exact.PrecisionLimits;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Projection;
import io.lagrid.codes.product.EntangledCode;
import io.lagrid.codes.product.EntangledParameters;
import io.lagrid.engine.assemble.AnswerDecoder;
import io.lagrid.engine.cluster.ProductTask;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.partition.BlockGrid;
import io.lagrid.engine.partition.NumberChoice;
import io.lagrid.engine.partition.Numbers;
import io.lagrid.engine.share.Encoder;
import java.util.ArrayList;
import java.util.List;

/** What a round of a polynomial code must do at least, on the calling thread. */
final class RoundParts {

  private final EntangledCode code;
  private final Numbers numbers;
  private final Kernels kernels = Kernels.fastest();

  RoundParts(EntangledParameters parameters, Numbers numbers) {
    this.code = new EntangledCode(parameters);
    this.numbers = numbers;
  }

  /** Numbers for the product of a and b: reals, or residues for doubles. */
  static Numbers numbers(boolean exact, Matrix a, Matrix b) {
    return exact
        ? NumberChoice.exact(List.of(a), List.of(b), PrecisionLimits.DEFAULT).numbers()
        : NumberChoice.real().numbers();
  }

  /** Cut, encode, multiply R pairs of shares, decode, assemble. */
  List<Operand> run(Matrix a, Matrix b) {
    Partition cuts = code.partition();
    List<Block> left = shares(0, a, grid(a.rows(), a.columns(), cuts.m(), cuts.p()));
    List<Block> right = shares(1, b, grid(b.rows(), b.columns(), cuts.p(), cuts.n()));
    Decoder decoder = code.newDecoder(numbers.arithmetic(), 0);
    List<Block> answers = new ArrayList<>();
    for (int worker = 0; worker < code.parameters().recoveryThreshold(); worker++) {
      answers.add(answer(left.get(worker), right.get(worker)));
      decoder.offer(worker, Projection.NONE);
    }
    Decoding.Decodable decoding = (Decoding.Decodable) decoder.outcome();
    List<Block> blocks = new AnswerDecoder(numbers.arithmetic(), kernels).decode(decoding, answers);
    return numbers.assemble(blocks, grid(a.rows(), b.columns(), cuts.m(), cuts.n()));
  }

  private static BlockGrid grid(int rows, int columns, int gridRows, int gridColumns) {
    return new BlockGrid(1, rows, columns, gridRows, gridColumns);
  }

  private List<Block> shares(int side, Matrix operand, BlockGrid grid) {
    Encoder encoder = new Encoder(numbers.arithmetic(), kernels, Randomness.insecure(1));
    return encoder.encode(encoder.prepare(code, side, numbers.cut(side, List.of(operand), grid)));
  }

  private Block answer(Block left, Block right) {
    Share leftShare = new Share(numbers.arithmetic(), List.of(left));
    Share rightShare = new Share(numbers.arithmetic(), List.of(right));
    return new ProductTask().compute(List.of(leftShare, rightShare), kernels, Cancellation.never());
  }
}
