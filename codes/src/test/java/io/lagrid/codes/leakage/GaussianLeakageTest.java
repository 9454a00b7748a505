package io.lagrid.codes.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.interpolation.SmoothingSpline;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductGrid;
import io.lagrid.codes.Subsets;
import io.lagrid.codes.approximate.CurveCode;
import io.lagrid.codes.approximate.CurveParameters;
import io.lagrid.codes.approximate.CurveScheme;
import io.lagrid.codes.real.AnalogLagrangeCode;
import io.lagrid.codes.real.RealProductParameters;
import io.lagrid.codes.real.RealScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class GaussianLeakageTest {

  private static Encoding plain(double... coefficients) {
    return new Encoding(1, 1, Matrix.of(coefficients.length / 2, 2, coefficients));
  }

  @Test
  void oneDatumAndOneNoiseIsTheCapacityOfAChannel() {
    // share = 3·X + 2·Z: ½·log2(1 + 9s²/4σ²)
    Leakage leakage = new GaussianLeakage(plain(3, 2), 1).worst(1, 0.5);
    assertThat(leakage.bits())
        .isCloseTo(Math.log(1 + 9 * 0.25 / 4) / Math.log(2) / 2, within(1e-12));
    assertThat(leakage.independentBits()).isEqualTo(leakage.bits());
    assertThat(leakage.exhaustive()).isTrue();
  }

  @Test
  void withoutEnoughNoiseNothingIsHidden() {
    assertThat(new GaussianLeakage(plain(1, 0), 1).worst(1, 1).bits()).isInfinite();
    // two shares, one noise: they cancel it
    assertThat(new GaussianLeakage(plain(1, 1, 2, 1), 2).worst(2, 1).bits()).isInfinite();
  }

  @ParameterizedTest
  @EnumSource(CurveScheme.class)
  void moreNoiseHidesMoreAndEverySetIsTried(CurveScheme scheme) {
    CurveCode code = new CurveCode(new CurveParameters(scheme, 10, 4, 2));
    GaussianLeakage leakage = new GaussianLeakage(code.encoding(0, RealField.instance()), 10);
    double last = Double.POSITIVE_INFINITY;
    for (double deviation = 0.1; deviation < 1000; deviation *= 10) {
      Leakage worst = leakage.worst(2, 1 / deviation);
      assertThat(worst.sets()).isEqualTo(Subsets.binomial(10, 2));
      assertThat(worst.bits()).isPositive().isLessThan(last);
      assertThat(worst.independentBits()).isLessThan(worst.bits());
      assertThat(worst.worst()).hasSize(2);
      last = worst.bits();
    }
    assertThat(leakage.worst(1, 1).bits()).isLessThan(leakage.worst(2, 1).bits());
  }

  @ParameterizedTest
  @EnumSource(CurveScheme.class)
  void noPairAmongManyWorkersCancelsTheNoise(CurveScheme scheme) {
    CurveCode code = new CurveCode(new CurveParameters(scheme, 60, 3, 2));
    Leakage leakage =
        new GaussianLeakage(code.encoding(0, RealField.instance()), 60).worst(2, 1e-3);
    assertThat(leakage.bits()).isFinite();
    assertThat(leakage.sets()).isEqualTo(Subsets.binomial(60, 2));
  }

  /** Where all sets are too many, the search comes to what trying them all would have found. */
  @ParameterizedTest
  @CsvSource({"2, 12", "2, 30", "2, 60", "3, 12", "3, 20", "3, 40"})
  void theWorstSetIsSearchedWhereThereAreTooMany(int colluders, int workers) {
    for (int data : new int[] {2, 3, 5, 8}) {
      CurveCode code =
          new CurveCode(new CurveParameters(CurveScheme.SPLINE, workers, data, colluders));
      GaussianLeakage leakage =
          new GaussianLeakage(code.encoding(0, RealField.instance()), workers);
      Leakage all = leakage.worst(colluders, 0.3);
      Leakage searched = leakage.worst(colluders, 0.3, 1);
      assertThat(all.exhaustive()).isTrue();
      assertThat(searched.exhaustive()).isFalse();
      assertThat(searched.sets()).isGreaterThan(workers);
      assertThat(searched.bits()).as("K = %d", data).isCloseTo(all.bits(), within(1e-6));
      assertThat(searched.worst()).hasSize(colluders).isSorted();
    }
  }

  @Test
  void onASplineTwoWorkersOnOneSideOfTheNoiseCancelIt() {
    double[] knots = {-1, -0.5, 0, 0.5, 1};
    Matrix shares = new SmoothingSpline(0).coefficients(knots, new double[] {-0.9, -0.7});
    Encoding encoding = new Encoding(3, 2, shares); // the noise at 0.5 and 1
    assertThat(new GaussianLeakage(encoding, 2).worst(1, 1e-3).bits()).isFinite();
    assertThat(new GaussianLeakage(encoding, 2).worst(2, 1e-3).bits()).isInfinite();
  }

  @Test
  void analogLagrangeCodesHideComplexSharesLikewise() {
    ProductGrid grid = new ProductGrid(1, new Partition(1, 2, 1));
    AnalogLagrangeCode code =
        new AnalogLagrangeCode(new RealProductParameters(RealScheme.ANALOG_LAGRANGE, 9, grid, 2));
    for (int operand = 0; operand < 2; operand++) {
      GaussianLeakage leakage =
          new GaussianLeakage(code.encoding(operand, RealField.instance()), 9);
      Leakage little = leakage.worst(2, 1e-3);
      assertThat(little.bits()).isPositive().isLessThan(0.01);
      assertThat(little.sets()).isEqualTo(Subsets.binomial(9, 2));
      assertThat(leakage.worst(2, 1).bits()).isGreaterThan(little.bits());
    }
  }

  @Test
  void impossibleSetsAreRefused() {
    GaussianLeakage leakage = new GaussianLeakage(plain(1, 1), 1);
    assertThatIllegalArgumentException().isThrownBy(() -> leakage.worst(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> leakage.worst(2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> leakage.worst(1, Double.NaN));
  }
}
