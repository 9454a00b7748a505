package io.lagrid.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.catalog.CodeCatalog;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final Operation.Product SQUARE = Operation.Product.of(900, 900, 900);

  private final Planner planner = new Planner(CodeCatalog.standard());

  private static PlanRequest request(Operation.Product product, int workers, Tolerance tolerance) {
    return new PlanRequest(
        new Requirement(product, workers, tolerance, true, true, Optional.empty()),
        Optional.empty(),
        2,
        Long.MAX_VALUE);
  }

  private static ProductCode product(Plan plan) {
    return (ProductCode) plan.code();
  }

  @Test
  void stragglersAloneAreAnsweredByTheSquarestPolynomialCode() {
    Plan best = planner.best(request(SQUARE, 12, Tolerance.stragglers(3)));
    assertThat(product(best).partition()).isEqualTo(new Partition(1, 3, 3));
    assertThat(best.code().parameters().recoveryThreshold()).isEqualTo(9);
    assertThat(best.price().work()).isEqualTo(1.0 / 9);
    assertThat(best.price().storage()).isEqualTo(1.0 / 3);
    assertThat(best.price().upload()).isEqualTo(4);
    assertThat(best.price().download()).isEqualTo(1);
  }

  @Test
  void severalBlocksPerShareCountInStorageUploadAndWork() {
    Operation.Product batch = new Operation.Product(4, 90, 60, 30);
    PlanRequest request =
        new PlanRequest(
            request(batch, 6, Tolerance.stragglers(1)).requirement(),
            Optional.of("csa"),
            2,
            Long.MAX_VALUE);
    PlanTable table = planner.table(request);
    assertThat(table.plans()).hasSize(2); // two groups of two, R = 5; four of one, R = 4
    Plan pairs = table.plans().get(0);
    assertThat(product(pairs).blocksPerShare()).isEqualTo(2);
    assertThat(pairs.price().work()).isEqualTo(0.5);
    assertThat(pairs.price().storage()).isEqualTo(0.5);
    assertThat(pairs.price().upload()).isEqualTo(3);
    assertThat(pairs.price().download()).isEqualTo(5.0 / 4);
    assertThat(pairs.price().redundancy()).isEqualTo(3);
    // Two blocks of each operand, the answer and the product that is added next, in two planes.
    long entries = 2L * (2 * 90 * 60 + 2 * 60 * 30 + 2 * 90 * 30);
    assertThat(pairs.bytesPerWorker()).isEqualTo(entries * Double.BYTES);
    assertThat(table.plans().get(1).price().work()).isEqualTo(1);
  }

  @Test
  void aBatchOfSixIsCheaperInGroupsWhenWorkersAreFew() {
    Operation.Product batch = new Operation.Product(6, 90, 60, 30);
    Plan best = planner.best(request(batch, 9, Tolerance.stragglers(1)));
    assertThat(best.code().parameters().code()).isEqualTo("csa");
    assertThat(product(best).blocksPerShare()).isEqualTo(2); // Kc = 3, R = 8; lcc would need 11
  }

  @Test
  void nothingToTolerateMeansUncoded() {
    Plan best = planner.best(request(SQUARE, 12, Tolerance.NONE));
    assertThat(best.price().work()).isEqualTo(1.0 / 12);
    assertThat(best.price().redundancy()).isEqualTo(1);
  }

  @Test
  void everyFamilyIsListedOrSaysWhyNot() {
    PlanTable table =
        planner.table(request(SQUARE, 12, Tolerance.stragglers(2).adversaries(1).colluders(1)));
    assertThat(table.plans()).isNotEmpty();
    assertThat(table.plans())
        .allSatisfy(
            plan ->
                assertThat(plan.code().parameters().recoveryThreshold()).isLessThanOrEqualTo(9));
    assertThat(table.refused())
        .extracting(PlanTable.Refused::code)
        .contains("repetition", "uncoded", "polynomial");
    assertThat(table.refused()).allSatisfy(refused -> assertThat(refused.reason()).isNotBlank());
  }

  @Test
  void aMemoryCapForcesSmallerBlocks() {
    PlanRequest free = request(SQUARE, 12, Tolerance.stragglers(3));
    long unbounded = planner.best(free).bytesPerWorker();
    PlanRequest capped =
        new PlanRequest(free.requirement(), Optional.empty(), 2, unbounded * 9 / 10);
    assertThatThrownBy(() -> planner.best(withCap(capped, 1000)))
        .isInstanceOf(NoPlanException.class)
        .hasMessageContaining("the cap is 1000");
    PlanTable table = planner.table(capped);
    assertThat(table.plans())
        .allSatisfy(
            plan -> assertThat(plan.bytesPerWorker()).isLessThanOrEqualTo(unbounded * 9 / 10));
  }

  @Test
  void aTrafficCapIsKeptAndSaidToBeInTheWay() {
    PlanRequest free = request(SQUARE, 12, Tolerance.stragglers(3));
    double[] all =
        planner.table(free).plans().stream().mapToDouble(Plan::traffic).sorted().toArray();
    double most = all[all.length / 2];
    assertThat(most).isLessThan(all[all.length - 1]);
    PlanTable table = planner.table(withCaps(free, Caps.NONE.withTraffic(most)));
    assertThat(table.plans()).isNotEmpty();
    assertThat(table.plans())
        .allSatisfy(plan -> assertThat(plan.traffic()).isLessThanOrEqualTo(most));
    assertThat(table.plans())
        .hasSize(
            (int)
                planner.table(free).plans().stream()
                    .filter(plan -> plan.traffic() <= most)
                    .count());
    assertThatThrownBy(() -> planner.best(withCaps(free, Caps.NONE.withTraffic(1000))))
        .isInstanceOf(NoPlanException.class)
        .hasMessageContaining("sends and receives at least")
        .hasMessageContaining("bytes, the cap is 1000");
    long held = planner.best(free).bytesPerWorker();
    assertThatThrownBy(() -> planner.best(withCaps(free, new Caps(held, 1000))))
        .isInstanceOf(NoPlanException.class)
        .hasMessageContaining("bytes if a worker holds at most %d, the cap is 1000", held);
    assertThatThrownBy(() -> new Caps(1, 0)).hasMessageContaining("0.0 bytes of traffic");
  }

  private static PlanRequest withCaps(PlanRequest request, Caps caps) {
    return new PlanRequest(request.requirement(), request.code(), request.workload(), caps);
  }

  private static PlanRequest withCap(PlanRequest request, long bytes) {
    return withCaps(request, Caps.memory(bytes));
  }

  @Test
  void theSmallestNumberOfWorkersIsNamed() {
    assertThatThrownBy(
            () -> planner.best(request(SQUARE, 4, Tolerance.stragglers(2).adversaries(2))))
        .isInstanceOf(NoPlanException.class)
        .hasMessageContaining("the smallest number of workers that would do is 5");
  }

  @Test
  void anUnknownCodeIsAnsweredWithTheList() {
    PlanRequest request =
        new PlanRequest(
            request(SQUARE, 4, Tolerance.NONE).requirement(),
            Optional.of("magic"),
            1,
            Long.MAX_VALUE);
    assertThatThrownBy(() -> planner.best(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "entangled, polynomial, matdot, mds, low-weight, short-dot, lt, lcc, csa,");
  }
}
