package io.lagrid.cli.plot;

/**
 * One line of a plot. Points that are not finite are left out.
 *
 * @param name for the legend
 * @param x abscissae, ascending; not modified, retained
 * @param y ordinates, as many; not modified, retained
 * @param style how points are joined
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
public record Series(String name, double[] x, double[] y, Style style) {

  /** How points are joined. */
  public enum Style {
    /** By straight lines. */
    LINE,
    /** By straight lines, and marked. */
    MARKED,
    /** Each holds until the next one. */
    STEPS
  }

  /** Checks that there is an ordinate for every abscissa. */
  public Series {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "series %s has %d abscissae and %d ordinates".formatted(name, x.length, y.length));
    }
  }

  /** Whether a point can be shown. */
  boolean shows(int i) {
    return Double.isFinite(x[i]) && Double.isFinite(y[i]);
  }
}
