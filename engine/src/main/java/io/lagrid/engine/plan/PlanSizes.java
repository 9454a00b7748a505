package io.lagrid.engine.plan;

import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.polynomial.RepeatedMapParameters;
import io.lagrid.codes.product.RepetitionParameters;
import io.lagrid.codes.product.UncodedParameters;
import java.util.OptionalInt;

/**
 * How much a plan moves and computes, in bytes and multiply–adds over all planes.
 *
 * @param shareBytes what one worker receives
 * @param answerBytes what one worker sends back
 * @param workerMultiplyAdds what one worker computes
 * @param encodeMultiplyAdds what the coordinator computes before; 0 for plain blocks
 * @param decodeMultiplyAdds what the coordinator computes afterwards; 0 for plain blocks
 */
public record PlanSizes(
    double shareBytes,
    double answerBytes,
    double workerMultiplyAdds,
    double encodeMultiplyAdds,
    double decodeMultiplyAdds) {

  /**
   * How many plain blocks there are if workers hold those, so that nothing is encoded or decoded;
   * empty for all other codes.
   */
  public static OptionalInt plainBlocks(CodeParameters code) {
    if (code instanceof RepetitionParameters repeated) {
      return OptionalInt.of(repeated.grid().size());
    }
    if (code instanceof RepeatedMapParameters repeated) {
      return OptionalInt.of(repeated.dataBlocks());
    }
    return code instanceof UncodedParameters uncoded
        ? OptionalInt.of(uncoded.grid().size())
        : OptionalInt.empty();
  }
}
