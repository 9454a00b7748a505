package io.lagrid.codes.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Proposal;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.catalog.CodeCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProductFamilyTest {

  private static final Operation.Product LARGE = Operation.Product.of(1000, 1000, 1000);
  private static final Operation.Product BATCH = new Operation.Product(4, 100, 100, 100);

  /** The families that propose nothing for a single product and no colluders. */
  private static final List<String> SPECIAL = List.of("lt", "csa", "gcsa", "gasp", "uncoded");

  private static CodeFamily family(String name) {
    return CodeCatalog.standard().named(name);
  }

  private static Requirement exact(Operation.Product product, int workers, Tolerance tolerance) {
    return new Requirement(product, workers, tolerance, true, false, Optional.empty());
  }

  private static Requirement cut(Requirement requirement, String partition) {
    return new Requirement(
        requirement.operation(),
        requirement.workers(),
        requirement.tolerance(),
        requirement.exact(),
        requirement.verified(),
        Optional.of(Partition.parse(partition)));
  }

  private static List<ProductCode> codes(String name, Requirement requirement) {
    return ((Proposal.Codes) family(name).propose(requirement))
        .codes().stream().map(ProductCode.class::cast).toList();
  }

  private static String refusal(String name, Requirement requirement) {
    return ((Proposal.Refusal) family(name).propose(requirement)).reason();
  }

  private static List<Partition> partitions(String name, Requirement requirement) {
    return codes(name, requirement).stream().map(ProductCode::partition).toList();
  }

  @Test
  void proposalsMeetTheRequirementAndCannotBeCutFiner() {
    for (String name :
        List.of("entangled", "polynomial", "matdot", "mds", "short-dot", "lcc", "repetition")) {
      for (int stragglers = 0; stragglers <= 2; stragglers++) {
        for (int adversaries = 0; adversaries <= 1; adversaries++) {
          Requirement requirement = exact(LARGE, 12, new Tolerance(stragglers, adversaries, 0));
          List<Partition> proposed = partitions(name, requirement);
          assertThat(proposed)
              .containsExactlyInAnyOrderElementsOf(maximal(name, requirement))
              .doesNotHaveDuplicates();
        }
      }
    }
  }

  /** By brute force over all partitions: those that are accepted and no finer one is. */
  private static List<Partition> maximal(String name, Requirement requirement) {
    List<Partition> accepted = new ArrayList<>();
    for (int p = 1; p <= 12; p++) {
      for (int m = 1; m <= 12; m++) {
        for (int n = 1; n <= 12; n++) {
          Requirement wanted = cut(requirement, p + "x" + m + "x" + n);
          if (family(name).propose(wanted) instanceof Proposal.Codes codes) {
            int threshold = codes.codes().get(0).parameters().recoveryThreshold();
            assertThat(threshold).isLessThanOrEqualTo(requirement.largestThreshold());
            accepted.add(new Partition(p, m, n));
          }
        }
      }
    }
    return accepted.stream()
        .filter(
            one ->
                accepted.stream().noneMatch(other -> isFiner(/* fine= */ other, /* coarse= */ one)))
        .toList();
  }

  private static boolean isFiner(Partition fine, Partition coarse) {
    return !fine.equals(coarse)
        && fine.p() >= coarse.p()
        && fine.m() >= coarse.m()
        && fine.n() >= coarse.n();
  }

  @Test
  void theLeastWorkComesFirst() {
    assertThat(partitions("entangled", exact(LARGE, 11, Tolerance.stragglers(2))).get(0))
        .isEqualTo(new Partition(1, 3, 3));
    assertThat(partitions("matdot", exact(LARGE, 12, new Tolerance(2, 1, 1))))
        .containsExactly(new Partition(3, 1, 1)); // 2·3 + 2·1 − 1 = 7 ≤ 12 − 2 − 2
  }

  @ParameterizedTest
  @ValueSource(strings = {"entangled", "polynomial", "matdot", "mds", "lcc", "repetition"})
  void theSmallestNumberOfWorkersInARefusalIsTheSmallest(String name) {
    Tolerance tolerance = new Tolerance(2, 1, 0);
    String partition =
        switch (name) {
          case "matdot" -> "4x1x1";
          case "mds" -> "1x4x1";
          default -> "1x2x3";
        };
    String reason = refusal(name, cut(exact(LARGE, 5, tolerance), partition));
    int smallest = Integer.parseInt(reason.replaceAll(".*N ≥ (\\d+) workers.*", "$1"));
    assertThat(reason).contains(partition).contains(tolerance.toString()).endsWith("there are 5");
    assertThat(codes(name, cut(exact(LARGE, smallest, tolerance), partition))).hasSize(1);
    assertThat(refusal(name, cut(exact(LARGE, smallest - 1, tolerance), partition)))
        .contains("N ≥ " + smallest);
  }

  @Test
  void verificationMakesAnAdversaryCostOneWorker() {
    Requirement located = cut(exact(LARGE, 11, new Tolerance(0, 2, 0)), "1x3x3");
    assertThat(refusal("polynomial", located)).contains("N ≥ 13");
    Requirement verified =
        new Requirement(LARGE, 11, located.tolerance(), true, true, located.partition());
    assertThat(codes("polynomial", verified)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "4x1x1, 'partition 4x1x1: p = 4 exceeds the 3 columns of A'",
    "1x3x1, 'partition 1x3x1: m = 3 exceeds the 2 rows of A'",
    "1x1x6, 'partition 1x1x6: n = 6 exceeds the 5 columns of B'"
  })
  void aPartitionLargerThanTheMatrixIsRefused(String partition, String reason) {
    Requirement requirement = exact(Operation.Product.of(2, 3, 5), 50, Tolerance.NONE);
    assertThat(refusal("lcc", cut(requirement, partition))).isEqualTo(reason);
  }

  @Test
  void aPartitionOutsideTheConstructionIsRefused() {
    Requirement requirement = exact(LARGE, 50, Tolerance.NONE);
    assertThat(refusal("polynomial", cut(requirement, "2x3x3")))
        .contains("2x3x3")
        .contains("p ≤ 1");
    assertThat(refusal("matdot", cut(requirement, "2x3x3"))).contains("m ≤ 1 n ≤ 1");
    Requirement secret = exact(LARGE, 50, Tolerance.NONE.colluders(1));
    assertThat(refusal("entangled", cut(secret, "2x3x3"))).contains("m ≤ 1 n ≤ 1");
  }

  @Test
  void whatAFamilyDoesNotTolerateIsRefusedWithTheReason() {
    Requirement secret = exact(LARGE, 50, Tolerance.NONE.colluders(2));
    assertThat(refusal("polynomial", secret)).contains("2 colluders; matdot and lcc do");
    assertThat(refusal("repetition", secret)).contains("plain blocks").contains("2 colluders");
    assertThat(refusal("mds", secret)).contains("B as it is").contains("2 colluders");
    assertThat(refusal("short-dot", secret)).contains("B as it is");
    assertThat(refusal("uncoded", secret)).contains("every answer is needed");
    assertThat(refusal("uncoded", exact(LARGE, 9, Tolerance.stragglers(1))))
        .contains("1 stragglers");
    Operation.Product batch = new Operation.Product(4, 10, 10, 10);
    for (String name : List.of("entangled", "polynomial", "matdot", "mds", "short-dot")) {
      assertThat(refusal(name, exact(batch, 50, Tolerance.NONE))).contains("batch of 4; lcc does");
    }
  }

  @Test
  void colludersReachTheCodesThatHideData() {
    Requirement secret = exact(LARGE, 12, Tolerance.stragglers(1).colluders(2));
    for (String name : List.of("entangled", "matdot", "lcc", "gasp")) {
      assertThat(codes(name, secret))
          .isNotEmpty()
          .allMatch(code -> code.parameters().colluders() == 2)
          .allMatch(code -> code.parameters().code().equals(name));
    }
    assertThat(partitions("entangled", secret)).containsExactly(new Partition(4, 1, 1));
    assertThat(refusal("lcc", exact(LARGE, 8, Tolerance.NONE.colluders(4)))).contains("N ≥ 9");
  }

  @Test
  void theRealsHideNothingAndLocateNobody() {
    Requirement secret =
        new Requirement(LARGE, 12, new Tolerance(0, 0, 1), false, true, Optional.empty());
    Requirement located =
        new Requirement(LARGE, 12, new Tolerance(0, 1, 0), false, false, Optional.empty());
    Requirement verified =
        new Requirement(LARGE, 12, new Tolerance(0, 1, 0), false, true, Optional.empty());
    for (CodeFamily family : CodeCatalog.standard().families()) {
      String name = family.description().name();
      if (family.propose(verified) instanceof Proposal.Refusal refused
          && refused.reason().contains("multiply")) {
        continue; // codes no products
      }
      if (name.equals("analog-lcc")) {
        assertThat(codes(name, secret)).isNotEmpty();
      } else {
        assertThat(refusal(name, secret)).contains("exact arithmetic");
      }
      assertThat(refusal(name, located)).contains("verify answers");
      if (!SPECIAL.contains(name)) {
        assertThat(codes(name, verified)).isNotEmpty();
      }
    }
  }

  @Test
  void batchesAreCodedTogether() {
    Operation.Product batch = new Operation.Product(3, 10, 10, 10);
    for (String name : List.of("lcc", "csa", "gcsa", "repetition", "uncoded")) {
      List<ProductCode> codes = codes(name, exact(batch, 12, Tolerance.NONE));
      assertThat(codes).isNotEmpty().allMatch(code -> code.batch() == 3);
    }
    assertThat(refusal("lcc", exact(batch, 4, Tolerance.NONE))).contains("N ≥ 5");
    assertThat(codes("uncoded", exact(batch, 12, Tolerance.NONE)))
        .allMatch(code -> code.parameters().workers() == 12);
  }

  @Test
  void thinMatricesAreOnlyCutWhereTheyCanBe() {
    Requirement row = exact(Operation.Product.of(1, 6, 1), 12, Tolerance.NONE);
    assertThat(partitions("entangled", row)).containsExactly(new Partition(6, 1, 1));
    assertThat(refusal("polynomial", cut(row, "1x2x1"))).contains("m = 2 exceeds the 1 rows of A");
    Requirement dot = exact(Operation.Product.of(1, 1, 1), 12, Tolerance.stragglers(2));
    assertThat(partitions("entangled", dot)).containsExactly(Partition.WHOLE);
  }

  @Test
  void cutsThatOnlyAddPaddingAreLeftOut() {
    Requirement six = exact(Operation.Product.of(6, 1, 1), 5, Tolerance.NONE);
    assertThat(partitions("polynomial", six)).containsExactly(new Partition(1, 3, 1));
    assertThat(partitions("polynomial", cut(six, "1x5x1"))).containsExactly(new Partition(1, 5, 1));
  }

  @Test
  void manyWorkersGiveABoundedNumberOfCodes() {
    Requirement requirement =
        exact(Operation.Product.of(100_000, 100_000, 100_000), 2000, Tolerance.stragglers(10));
    List<ProductCode> codes = codes("entangled", requirement);
    assertThat(codes).hasSize(PartitionSearch.LIMIT);
    assertThat(codes.get(0).partition().blockProducts()).isEqualTo(1990);
  }

  @Test
  void shortDotCutsTheSharedSideInAsManyPartsAsWorkers() {
    Requirement requirement = exact(LARGE, 12, new Tolerance(2, 1, 0));
    assertThat(partitions("short-dot", requirement)).containsExactly(new Partition(12, 8, 1));
    ProductCode code = codes("short-dot", cut(requirement, "12x3x1")).get(0);
    assertThat(code.parameters().recoveryThreshold()).isEqualTo(8); // all that 2 + 2·1 leave
    assertThat(code.blocksPerShare()).isEqualTo(12 - 8 + 3);
    assertThat(refusal("short-dot", cut(requirement, "1x3x1"))).contains("p = 12 n ≤ 1");
    assertThat(refusal("short-dot", cut(requirement, "12x9x1"))).contains("N ≥ 13");
    Requirement narrow = exact(Operation.Product.of(10, 11, 10), 12, Tolerance.NONE);
    assertThat(refusal("short-dot", narrow)).contains("11 columns").contains("12 workers");
  }

  @Test
  void batchCodesRefuseASingleProductAndNameTheOnesThatDoIt() {
    for (String name : List.of("csa", "gcsa")) {
      assertThat(refusal(name, exact(LARGE, 12, Tolerance.NONE)))
          .isEqualTo("it codes batches of products, not a single one; entangled does");
      assertThat(refusal(name, exact(LARGE, 12, Tolerance.NONE.colluders(1))))
          .isEqualTo("it codes batches of products, not a single one; matdot and lcc do");
      assertThat(refusal(name, exact(BATCH, 3, Tolerance.NONE))).contains("N ≥ 4 workers");
    }
    assertThat(refusal("csa", cut(exact(BATCH, 30, Tolerance.NONE), "1x2x1"))).contains("m ≤ 1");
  }

  @Test
  void everyGroupSizeWorthComparingIsProposed() {
    Requirement requirement = exact(BATCH, 12, Tolerance.stragglers(2));
    List<ProductCode> whole = codes("csa", requirement);
    assertThat(whole).extracting(ProductCode::blocksPerShare).containsExactly(1, 2, 4);
    assertThat(whole).extracting(ProductCode::partition).containsOnly(Partition.WHOLE);
    assertThat(whole)
        .extracting(code -> code.parameters().recoveryThreshold())
        .containsExactly(7, 5, 4);
    List<ProductCode> cut = codes("gcsa", requirement);
    assertThat(cut)
        .allMatch(code -> code.parameters().recoveryThreshold() <= 10)
        .extracting(code -> code.partition() + " " + code.blocksPerShare())
        .containsExactlyInAnyOrder(
            "1x1x1 1", "1x2x1 2", "1x1x2 2", "1x2x1 4", "1x1x2 4", "2x1x1 4");
  }

  @Test
  void gaspProposesTheSmallestTableAndLocatesNobody() {
    Tolerance hidden = Tolerance.stragglers(1).colluders(1);
    List<ProductCode> codes = codes("gasp", cut(exact(LARGE, 16, hidden), "1x3x3"));
    assertThat(codes).hasSize(1);
    assertThat(codes.get(0).parameters().recoveryThreshold()).isEqualTo(15);
    assertThat(refusal("gasp", cut(exact(LARGE, 15, hidden), "1x3x3"))).contains("N ≥ 16");
    assertThat(refusal("gasp", exact(LARGE, 16, hidden.adversaries(1))))
        .isEqualTo("it cannot locate 1 adversaries; verify answers");
    assertThat(refusal("gasp", exact(LARGE, 16, Tolerance.NONE))).contains("polynomial");
    assertThat(refusal("gasp", exact(BATCH, 16, hidden))).contains("batch of 4; lcc does");
    assertThat(refusal("gasp", exact(LARGE, 5, Tolerance.NONE.colluders(5))))
        .contains("5 colluders among 5 workers");
    assertThat(refusal("gasp", cut(exact(LARGE, 16, hidden), "2x1x1"))).contains("p ≤ 1");
  }
}
