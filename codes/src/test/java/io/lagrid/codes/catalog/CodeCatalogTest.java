package io.lagrid.codes.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.codes.CodeDescription;
import io.lagrid.codes.CodeFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CodeCatalogTest {

  private final CodeCatalog catalog = CodeCatalog.standard();

  @Test
  void everyFamilyIsFoundByItsName() {
    for (CodeFamily family : catalog.families()) {
      assertThat(catalog.named(family.description().name())).isSameAs(family);
    }
    assertThat(catalog.families().stream().map(family -> family.description().name()))
        .containsExactly(
            "rotation",
            "circulant",
            "orthopoly",
            "orthomatdot",
            "lagrange-chebyshev",
            "analog-lcc",
            "entangled",
            "polynomial",
            "matdot",
            "mds",
            "low-weight",
            "short-dot",
            "lt",
            "lcc",
            "csa",
            "gcsa",
            "gasp",
            "convolution",
            "spline",
            "berrut",
            "repetition",
            "uncoded");
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNamesThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalog.named("Entangled"))
        .withMessage(
            "unknown code 'Entangled'; the codes are rotation, circulant, orthopoly, orthomatdot,"
                + " lagrange-chebyshev, analog-lcc, entangled, polynomial, matdot, mds, low-weight, short-dot,"
                + " lt, lcc, csa, gcsa, gasp, convolution, spline, berrut, repetition, uncoded");
  }

  @Test
  void everyFamilySaysWhatItIs() {
    for (CodeFamily family : catalog.families()) {
      CodeDescription description = family.description();
      assertThat(List.of(description.purpose(), description.threshold(), description.paper()))
          .noneMatch(String::isBlank);
    }
  }

  @Test
  void namesAreDistinct() {
    CodeFamily twice = catalog.families().get(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CodeCatalog(List.of(twice, twice)))
        .withMessageContaining("two families of one name");
  }
}
