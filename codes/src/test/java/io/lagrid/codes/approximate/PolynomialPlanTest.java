package io.lagrid.codes.approximate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.approximation.Approximation;
import io.lagrid.algebra.approximation.ScalarFunction;
import io.lagrid.codes.approximate.PolynomialPlan.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PolynomialPlanTest {

  @Test
  void errorFallsAndTheThresholdGrowsWithTheDegree() {
    List<PolynomialPlan> plans =
        PolynomialPlan.byDegree(ScalarFunction.EXP, new Interval(-4, 0), 7, 5);
    assertThat(plans).hasSize(7);
    for (int i = 0; i < 7; i++) {
      PolynomialPlan plan = plans.get(i);
      assertThat(plan.degree()).isEqualTo(i + 1);
      assertThat(plan.recoveryThreshold()).isEqualTo(4L * (i + 1) + 1);
      assertThat(plan.hiddenFrom(2).recoveryThreshold()).isEqualTo(6L * (i + 1) + 1);
      if (i > 0) {
        assertThat(plan.approximation().maximumError())
            .isLessThan(plans.get(i - 1).approximation().maximumError());
      }
    }
    assertThat(PolynomialPlan.composedThreshold(List.of(plans.get(2), plans.get(1))))
        .isEqualTo(4 * 6 + 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PolynomialPlan(plans.get(0).approximation(), 0, 0));
  }

  @Test
  void aDegreeThatIsNoBetterCostsNothing() {
    Approximation quartic = Approximation.minimax(ScalarFunction.TANH, -3, 3, 4);
    Approximation cubic = Approximation.minimax(ScalarFunction.TANH, -3, 3, 3);
    assertThat(new PolynomialPlan(quartic, 3, 1).recoveryThreshold())
        .isEqualTo(new PolynomialPlan(cubic, 3, 1).recoveryThreshold())
        .isEqualTo(10);
    List<PolynomialPlan> plans =
        PolynomialPlan.byDegree(ScalarFunction.SIGMOID, new Interval(-4, 4), 8, 5);
    assertThat(plans).extracting(PolynomialPlan::degree).containsExactly(1, 3, 5, 7);
  }
}
