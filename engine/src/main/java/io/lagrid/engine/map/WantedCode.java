package io.lagrid.engine.map;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.codes.Code;
import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.approximate.CurveCode;
import io.lagrid.codes.approximate.Estimate;
import io.lagrid.codes.approximate.EstimateWanted;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A code with what is wanted of its decoder, for one round. Confined to one thread. */
final class WantedCode implements Code {

  private final CurveCode code;
  private final EstimateWanted wanted;
  private final Predicate<Estimate> enough;
  private @Nullable ProgressiveDecoder decoder;

  WantedCode(CurveCode code, EstimateWanted wanted, Predicate<Estimate> enough) {
    this.code = code;
    this.wanted = wanted;
    this.enough = enough;
  }

  @Override
  public CodeParameters parameters() {
    return code.parameters();
  }

  @Override
  public Encoding encoding(int operand, Field field) {
    return code.encoding(operand, field);
  }

  @Override
  public Decoder newDecoder(Arithmetic arithmetic, int adversaries) {
    ProgressiveDecoder made = new ProgressiveDecoder(code.newDecoder(wanted), enough);
    decoder = made;
    return made;
  }

  /** What the last round's answers amount to. */
  Estimate estimate() {
    ProgressiveDecoder last = decoder;
    return last == null ? Estimate.NONE : last.estimate();
  }
}
