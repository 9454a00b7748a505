package io.lagrid.codes.catalog;

import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.approximate.CurveFamily;
import io.lagrid.codes.approximate.CurveScheme;
import io.lagrid.codes.convolution.ConvolutionFamily;
import io.lagrid.codes.csa.GcsaFamily;
import io.lagrid.codes.gasp.GaspConstruction;
import io.lagrid.codes.mds.LowWeightConstruction;
import io.lagrid.codes.mds.MdsConstruction;
import io.lagrid.codes.mds.ShortDotConstruction;
import io.lagrid.codes.polynomial.MapFamily;
import io.lagrid.codes.product.EntangledConstruction;
import io.lagrid.codes.product.UncodedConstruction;
import io.lagrid.codes.rateless.LtConstruction;
import io.lagrid.codes.real.RealConstruction;
import io.lagrid.codes.real.RealScheme;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The families there are to choose from, in the order of listing and, between equals, of
 * preference. Immutable.
 *
 * @param families distinct in name
 */
public record CodeCatalog(List<CodeFamily> families) {

  private static final CodeCatalog STANDARD =
      new CodeCatalog(
          List.of(
              RealConstruction.family(RealScheme.ROTATION),
              RealConstruction.family(RealScheme.CIRCULANT),
              RealConstruction.family(RealScheme.ORTHOPOLY),
              RealConstruction.family(RealScheme.ORTHOMATDOT),
              RealConstruction.family(RealScheme.LAGRANGE_CHEBYSHEV),
              RealConstruction.family(RealScheme.ANALOG_LAGRANGE),
              EntangledConstruction.entangled(),
              EntangledConstruction.polynomial(),
              EntangledConstruction.matdot(),
              MdsConstruction.mds(),
              LowWeightConstruction.lowWeight(),
              ShortDotConstruction.shortDot(),
              LtConstruction.lt(),
              MapFamily.lcc(),
              GcsaFamily.csa(),
              GcsaFamily.gcsa(),
              GaspConstruction.gasp(),
              ConvolutionFamily.convolution(),
              new CurveFamily(CurveScheme.SPLINE),
              new CurveFamily(CurveScheme.BERRUT),
              MapFamily.repetition(),
              UncodedConstruction.uncoded()));

  /** Copies the list; checks that names are distinct. */
  public CodeCatalog {
    families = List.copyOf(families);
    if (families.stream().map(CodeCatalog::name).distinct().count() < families.size()) {
      throw new IllegalArgumentException("two families of one name among " + names(families));
    }
  }

  /** Every family Lagrid ships. */
  public static CodeCatalog standard() {
    return STANDARD;
  }

  /**
   * The family of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public CodeFamily named(String name) {
    return families.stream()
        .filter(family -> name(family).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown code '" + name + "'; the codes are " + names(families)));
  }

  private static String name(CodeFamily family) {
    return family.description().name();
  }

  private static String names(List<CodeFamily> families) {
    return families.stream().map(CodeCatalog::name).collect(Collectors.joining(", "));
  }
}
