package io.lagrid.codes.decode;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Projection;

/** What a decoder checks at the door before it locates liars. */
public final class LocationLimits {

  private LocationLimits() {}

  /**
   * Checks that a code can locate that many liars.
   *
   * @throws UnsupportedOperationException if the arithmetic is real and there are liars to locate
   * @throws IllegalArgumentException if the count is negative, or N &lt; R + 2A
   */
  public static void check(CodeParameters code, Arithmetic arithmetic, int adversaries) {
    if (adversaries < 0) {
      throw new IllegalArgumentException(adversaries + " adversaries; counts start at 0");
    }
    if (adversaries > 0 && !arithmetic.exact()) {
      throw new UnsupportedOperationException(
          "%s locates liars over finite fields only, not %d of them from real answers; verify answers"
                  .formatted(code.code(), adversaries)
              + " on arrival, or use exact arithmetic");
    }
    long needed = code.recoveryThreshold() + 2L * adversaries;
    if (adversaries > 0 && needed > code.workers()) {
      throw new IllegalArgumentException(
          "locating %d adversaries at R = %d needs N ≥ R + 2A = %d workers; there are %d"
              .formatted(adversaries, code.recoveryThreshold(), needed, code.workers()));
    }
  }

  /**
   * Checks that a projection has the same positive number of canonical scalars in every plane.
   *
   * @param trials the number of scalars per plane, or 0 if any will do
   * @return the number of scalars per plane
   */
  public static int checkProjection(Projection projection, Arithmetic arithmetic, int trials) {
    if (projection.planes().size() != arithmetic.size()) {
      throw new IllegalArgumentException(
          "a projection of %d planes in an arithmetic of %d"
              .formatted(projection.planes().size(), arithmetic.size()));
    }
    int width = trials == 0 ? projection.planes().get(0).length : trials;
    for (int plane = 0; plane < arithmetic.size(); plane++) {
      double[] scalars = projection.planes().get(plane);
      if (scalars.length != width || width == 0) {
        throw new IllegalArgumentException(
            "plane %d of a projection has %d scalars; every plane of every answer needs %s"
                .formatted(plane, scalars.length, width == 0 ? "at least 1" : width));
      }
      checkCanonical((PrimeField) arithmetic.plane(plane), scalars);
    }
    return width;
  }

  private static void checkCanonical(PrimeField field, double[] scalars) {
    for (double scalar : scalars) {
      if (!field.contains(scalar)) {
        throw new IllegalArgumentException(
            "projection %s is not an element of %s in balanced form".formatted(scalar, field));
      }
    }
  }
}
