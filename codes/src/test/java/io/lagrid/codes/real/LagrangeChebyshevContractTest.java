package io.lagrid.codes.real;

/** 2x1x2 cut: K = 4, R = 7 of 9 workers. */
final class LagrangeChebyshevContractTest extends RealProductContract {

  @Override
  protected RealProductCode newCode() {
    return new LagrangeChebyshevCode(
        RealProductParameters.of(RealScheme.LAGRANGE_CHEBYSHEV, 9, 2, 1, 2));
  }
}
