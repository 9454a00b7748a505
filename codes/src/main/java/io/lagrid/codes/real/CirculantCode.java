package io.lagrid.codes.real;

import io.lagrid.algebra.linear.Chebyshev;
import io.lagrid.algebra.linear.RefinedSystem;
import io.lagrid.algebra.linear.SingularValues;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Partition;
import java.util.Arrays;
import java.util.List;

/**
 * A code at the q-th roots of unity whose shares take additions only: complex numbers are taken as
 * cyclic shifts. A is cut by rows into k groups of q − 1 blocks, q the smallest odd prime that is
 * at least N; each group gets a last block that makes its sum zero. Worker i holds Σ_j (group j,
 * shifted by i·j), block by block; B is sent whole.
 *
 * <p>The discrete Fourier transform over a group turns the shift into ω^f, ω = e^(2πi/q), at
 * frequency f: for f = 1, …, q − 1 the answers are a Vandermonde system in the distinct points
 * ω^(fi), and frequency 0 is zero by the last block. So any R = k answers decode. The q shifted
 * blocks of a worker add up to zero as well, so it holds and computes only the first q − 1.
 *
 * <p>The condition number is the worst over all frequencies: a set of responders without a gap at
 * one of them has one at another. So it is never better than that of {@link RotationCode}, in
 * exchange for an encoding without multiplications. B cannot be cut likewise: shifts of both
 * operands leave exponents f·j + g·j' of ω, which coincide for some pair of frequencies f, g.
 *
 * <p>Per worker: storage 1/k of A, work 1/k of the product.
 *
 * <p>Source: Ramamoorthy and Tang, Numerically stable coded matrix computations via circulant and
 * rotation matrix embeddings, 2022, theorem 2; there a worker holds all q shifted blocks.
 */
public final class CirculantCode extends RealProductCode {

  private final int prime;
  private final int groups;

  /** The code with these parameters. */
  public CirculantCode(RealProductParameters parameters) {
    super(parameters);
    this.prime = RealScheme.smallestPrime(parameters.workers());
    this.groups = parameters.recoveryThreshold();
  }

  @Override
  public Partition sharePartition() {
    return new Partition(1, prime - 1, 1);
  }

  @Override
  protected Matrix shares(int operand) {
    if (operand == 1) {
      Matrix ones = Matrix.zeros(parameters().workers(), 1);
      Arrays.fill(ones.data(), 1);
      return ones;
    }
    Matrix whole = answers();
    return whole.block(0, 0, whole.rows(), partition().m()).copy();
  }

  /** Row (i, r), column (j, s): 1 where s + i·j = r modulo q, −1 where r is the last block's. */
  @Override
  protected Matrix answers() {
    int pieces = prime - 1;
    Matrix result = Matrix.zeros(parameters().workers() * pieces, groups * pieces);
    for (int row = 0; row < result.rows(); row++) {
      for (int j = 0; j < groups; j++) {
        int shifted = Math.floorMod(row % pieces - (long) (row / pieces) * j, prime);
        for (int s = 0; s < pieces; s++) {
          double entry = shifted == pieces ? -1 : shifted == s ? 1 : 0;
          result.set(row, j * pieces + s, entry);
        }
      }
    }
    return result;
  }

  @Override
  protected Matrix results() {
    Matrix whole = Kronecker.identity(groups * (prime - 1));
    return whole.block(0, 0, partition().m(), whole.columns()).copy();
  }

  /**
   * Frequency by frequency: block s of group j is 2/q·Σ_f Re(ω^(fs)·Σ_i V_f^(−1)[j][i]·Σ_r
   * ω^(−fr)·y[i][r]) over the frequencies f &lt; q/2, with the last piece the negative sum of the
   * others.
   */
  @Override
  protected Matrix decodeRows(List<Integer> workers) {
    double[][][] kernel = new double[groups][groups][prime];
    for (int f = 1; 2 * f < prime; f++) {
      Matrix inverse = RefinedSystem.of(atFrequency(f, workers)).solve(Kronecker.evenUnits(groups));
      for (int j = 0; j < groups; j++) {
        for (int i = 0; i < groups; i++) {
          add(kernel[j][i], f, inverse.get(2 * j, i), inverse.get(2 * j + 1, i));
        }
      }
    }
    int pieces = prime - 1;
    Matrix result = Matrix.zeros(partition().m(), groups * pieces);
    for (int row = 0; row < result.rows(); row++) {
      for (int column = 0; column < result.columns(); column++) {
        double[] wave = kernel[row / pieces][column / pieces];
        int block = row % pieces;
        double last = wave[Math.floorMod(block - pieces, prime)];
        result.set(row, column, wave[Math.floorMod(block - column % pieces, prime)] - last);
      }
    }
    return result;
  }

  @Override
  protected double conditionNumber(List<Integer> workers) {
    double largest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (int f = 1; 2 * f < prime; f++) {
      double[] values = SingularValues.of(atFrequency(f, workers));
      largest = Math.max(largest, values[0]);
      smallest = Math.min(smallest, values[values.length - 1]);
    }
    return largest / smallest;
  }

  /** The Vandermonde matrix ω^(−f·i·j) of the workers, a rotation for every complex number. */
  private Matrix atFrequency(int f, List<Integer> workers) {
    Matrix result = Matrix.zeros(2 * workers.size(), 2 * groups);
    for (int i = 0; i < workers.size(); i++) {
      for (int j = 0; j < groups; j++) {
        RotationCode.turn(result, i, j, -(long) f * workers.get(i) * j, prime);
      }
    }
    return result;
  }

  /** wave[d] += 2/q·Re((re + √−1·im)·ω^(fd)). */
  private void add(double[] wave, int f, double re, double im) {
    for (int d = 0; d < prime; d++) {
      long turn = (long) f * d % prime;
      double real = re * Chebyshev.cosine(2 * turn, prime) - im * Chebyshev.sine(2 * turn, prime);
      wave[d] += 2.0 / prime * real;
    }
  }
}
