package io.lagrid.engine.simulate.piece;

/**
 * When a worker is heard of, piece by piece, where the delay model draws t: its j-th piece, from 1,
 * arrives after
 *
 * <pre>fixed + (start + j·piece)·t seconds.</pre>
 *
 * @param fixedSeconds what does not depend on the worker's speed, such as messages; not negative
 * @param startScale what a worker does once, as a share of the reference task; not negative
 * @param pieceScale one piece, as a share of the reference task; not negative
 */
public record Pace(double fixedSeconds, double startScale, double pieceScale) {

  /** Checks the ranges. */
  public Pace {
    if (!(fixedSeconds >= 0 && startScale >= 0 && pieceScale >= 0)) {
      throw new IllegalArgumentException(
          "a pace of %s s, %s and %s times the draw; none may be negative"
              .formatted(fixedSeconds, startScale, pieceScale));
    }
  }

  /** When a worker's pieces up to that one have arrived. */
  public double seconds(int pieces, double draw) {
    double share = startScale + pieces * pieceScale;
    return fixedSeconds + (share == 0 ? 0 : share * draw);
  }
}
