package io.lagrid.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LambertWTest {

  @Test
  void isTheInverseOnTheLowerBranch() {
    int cases = 0;
    for (double w = -1.0009765625; w > -700; w *= 1.03125) {
      double x = w * Math.exp(w);
      assertThat(LambertW.lower(x)).isCloseTo(w, within(-1e-10 * w / Math.min(1, -1 - w)));
      assertThat(LambertW.ofLog(Math.log(-w) + w)).isLessThanOrEqualTo(-1);
      cases++;
    }
    assertThat(cases).isEqualTo(213);
  }

  @Test
  void knowsItsEnds() {
    assertThat(LambertW.ofLog(-1)).isEqualTo(-1);
    assertThat(LambertW.lower(-Math.exp(-1))).isCloseTo(-1, within(1e-7));
    assertThat(LambertW.lower(-0.1)).isCloseTo(-3.577152063957297, within(1e-14));
    assertThat(LambertW.ofLog(-1e6)).isCloseTo(-1_000_013.815524, within(1e-5));
  }

  @Test
  void refusesWhatHasNoSolution() {
    for (double x : new double[] {0, 1, -0.5, Double.NaN}) {
      assertThatThrownBy(() -> LambertW.lower(x)).hasMessageContaining("W_-1 of " + x);
    }
    assertThatThrownBy(() -> LambertW.ofLog(-0.9)).isInstanceOf(IllegalArgumentException.class);
  }
}
