package io.lagrid.engine.partition;

import io.lagrid.algebra.exact.PrecisionLimits;
import io.lagrid.algebra.matrix.Operand;
import java.util.List;

/** Exact numbers for one left operand and right operands that are not known yet. */
public final class SeriesNumbers implements NumberSource {

  private final Operand left;
  private final PrecisionLimits limits;
  private final NumberChoice first;

  private SeriesNumbers(Operand left, PrecisionLimits limits, NumberChoice first) {
    this.left = left;
    this.limits = limits;
    this.first = first;
  }

  public static SeriesNumbers of(Operand left, PrecisionLimits limits) {
    return new SeriesNumbers(
        left, limits, NumberChoice.exact(List.of(left), List.of(left), limits));
  }

  public NumberChoice first() {
    return first;
  }

  @Override
  public NumberChoice forRight(List<? extends Operand> right) {
    return first;
  }
}
