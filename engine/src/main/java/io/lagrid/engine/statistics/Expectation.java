package io.lagrid.engine.statistics;

import io.lagrid.engine.delay.Distribution;

/**
 * The integral of the time over the law of the round, ∫ Q(v) dF(v), where Q is the inverse tail of
 * one worker and F(v) that the round is not over. Q and F are monotone, so a cell between v and w
 * contributes between Q(w)·ΔF and Q(v)·ΔF; cells are halved, in ln v or ln(1 − v), until these are
 * close. Jumps of Q do no harm. Confined to one thread.
 */
final class Expectation {

  private static final int HALVINGS = 48;
  private static final double CLOSE = 1e-7;

  /** ln v of the first cell: below, doubles are denormal. */
  private static final double LEAST = -700;

  private final CompletionLaw law;
  private final Distribution distribution;

  Expectation(CompletionLaw law, Distribution distribution) {
    this.law = law;
    this.distribution = distribution;
  }

  /** One end of a cell: x is ln v up to −ln 2, and −ln 2 − (ln(1 − v) + ln 2) beyond. */
  private record Edge(double x, double time, double mass) {}

  double value() {
    Edge left = edge(LEAST);
    if (left.time * left.mass > 1e-9 * typical()) {
      return Double.POSITIVE_INFINITY; // the tail does not fade
    }
    double scale = typical();
    double sum = 0;
    // Cells of growing width on both sides of v = 1/2.
    double[] widths = {700, 350, 170, 80, 40, 20, 10, 5, 2.5, 1.2, 0.6, 0.3};
    Edge from = left;
    for (int i = 1; i < widths.length; i++) {
      Edge to = edge(-widths[i]);
      sum += cell(from, to, scale, HALVINGS);
      from = to;
    }
    for (double x = 0; x <= 40; x += 1) {
      Edge to = edge(x);
      sum += cell(from, to, scale, HALVINGS);
      from = to;
    }
    return sum + from.time * (1 - from.mass);
  }

  private double typical() {
    return Math.max(law.quantile(distribution, 0.5), Double.MIN_NORMAL);
  }

  private double cell(Edge from, Edge to, double scale, int depth) {
    double mass = to.mass - from.mass;
    if (depth == 0 || mass * (from.time - to.time) <= CLOSE * scale) {
      return mass * 0.5 * (from.time + to.time);
    }
    Edge middle = edge(0.5 * (from.x + to.x));
    return cell(from, middle, scale, depth - 1) + cell(middle, to, scale, depth - 1);
  }

  private Edge edge(double x) {
    double v = x <= -Math.log(2) ? Math.exp(x) : 1 - Math.exp(-x - 2 * Math.log(2));
    return new Edge(x, distribution.exceededWith(v), law.unfinished(v));
  }
}
