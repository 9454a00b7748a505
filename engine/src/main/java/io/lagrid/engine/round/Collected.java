package io.lagrid.engine.round;

import io.lagrid.algebra.matrix.Block;
import io.lagrid.codes.Decoding;
import io.lagrid.engine.report.Failure;
import java.util.List;

/** How a round ended. */
public sealed interface Collected {

  /**
   * The answers give the result.
   *
   * @param decoding by which small matrices
   * @param answers the used answers, in the order of {@code decoding.used()}
   */
  record Enough(Decoding.Decodable decoding, List<Block> answers) implements Collected {

    /** Copies the list. */
    public Enough {
      answers = List.copyOf(answers);
    }
  }

  /**
   * They do not.
   *
   * @param failure why
   */
  record NotEnough(Failure failure) implements Collected {}
}
