package io.lagrid.algebra.exact;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import java.math.BigInteger;
import java.util.List;

/**
 * From residues a_i modulo p_i to the mixed-radix form x = d_0 + d_1·p_0 + d_2·p_0·p_1 + …, with
 * balanced digits |d_i| ≤ (p_i − 1)/2, by Garner's algorithm on whole arrays.
 *
 * <p>Balanced digits stand for exactly the integers |x| ≤ (M − 1)/2. Digit i is a_i·u_i −
 * Σ_{k&lt;i} d_k·w_ik modulo p_i with u_i = 1/(p_0⋯p_{i−1}) and w_ik = p_0⋯p_{k−1}·u_i: a sum of i
 * + 1 products below 2^44 each, so that one reduction at the end is exact for up to 64 primes.
 *
 * <p>Two neighbouring digits are then joined to one in the radix p_i·p_{i+1} &lt; 2^46, still
 * exactly.
 *
 * <p>Source: H. L. Garner, The residue number system, 1959. Immutable and thread-safe.
 */
final class MixedRadix {

  private final double[] primes;
  private final double[] own;
  private final double[][] lower;

  MixedRadix(List<Field> fields) {
    int r = fields.size();
    primes = new double[r];
    own = new double[r];
    lower = new double[r][];
    for (int i = 0; i < r; i++) {
      Field field = fields.get(i);
      primes[i] = field.modulus();
      double[] below = new double[i + 1]; // p_0 ⋯ p_{k−1} modulo p_i
      below[0] = 1;
      for (int k = 0; k < i; k++) {
        below[k + 1] = field.multiply(below[k], field.of((long) primes[k]));
      }
      own[i] = field.inverse(below[i]);
      lower[i] = new double[i];
      for (int k = 0; k < i; k++) {
        lower[i][k] = field.multiply(below[k], own[i]);
      }
    }
  }

  /** How many joined digits there are: ⌈r/2⌉. */
  int digits() {
    return (primes.length + 1) / 2;
  }

  /** The weight of joined digit {@code k} + 1 over that of joined digit {@code k}; below 2^46. */
  double radix(int k) {
    return primes[2 * k] * primes[2 * k + 1];
  }

  /**
   * Replaces residues by joined digits, least significant first.
   *
   * @param values one array per prime, modified in their first n entries; the digits take the
   *     places of the even planes
   */
  void convert(double[][] values, int n) {
    for (int i = 1; i < primes.length; i++) {
      convert(values, i, n);
    }
    for (int i = 0; i + 1 < primes.length; i += 2) {
      addScaled(values[i], values[i + 1], primes[i], n);
    }
  }

  /** Σ digit_k·weight_k at index {@code j} of arrays that hold joined digits. */
  BigInteger value(double[][] digits, int j) {
    BigInteger value = BigInteger.ZERO;
    for (int k = digits() - 1; k >= 0; k--) {
      BigInteger radix = 2 * k + 1 < primes.length ? integer(radix(k)) : BigInteger.ZERO;
      value = value.multiply(radix).add(integer(digits[2 * k][j]));
    }
    return value;
  }

  private static BigInteger integer(double x) {
    return BigInteger.valueOf((long) x);
  }

  /** Digit i takes the place of residue i; the digits below it are there already. */
  private void convert(double[][] values, int i, int n) {
    int last = (i - 1) / 2 * 2;
    for (int k = 0; k < last; k += 2) {
      accumulate(values, i, k, n);
    }
    finish(values, i, last, n);
  }

  /** Adds the terms of digits k and k + 1. */
  private void accumulate(double[][] values, int i, int k, int n) {
    double[] target = values[i];
    double[] a = values[k];
    double[] b = values[k + 1];
    double scale = k == 0 ? own[i] : 1;
    double weightA = lower[i][k];
    double weightB = lower[i][k + 1];
    for (int j = 0; j < n; j++) {
      target[j] = Math.fma(-b[j], weightB, Math.fma(-a[j], weightA, target[j] * scale));
    }
  }

  /** Adds the terms of digit k and, if it is below i, of digit k + 1, and reduces. */
  private void finish(double[][] values, int i, int k, int n) {
    boolean two = k + 1 < i;
    double[] target = values[i];
    double[] a = values[k];
    double[] b = two ? values[k + 1] : a;
    double scale = k == 0 ? own[i] : 1;
    double weightA = lower[i][k];
    double weightB = two ? lower[i][k + 1] : 0;
    double prime = primes[i];
    double reciprocal = 1 / prime;
    for (int j = 0; j < n; j++) {
      double x = Math.fma(-b[j], weightB, Math.fma(-a[j], weightA, target[j] * scale));
      double quotient = x * reciprocal + PrimeField.ROUNDING - PrimeField.ROUNDING;
      target[j] = Math.fma(-prime, quotient, x) + 0.0; // no negative zeros
    }
  }

  private static void addScaled(double[] target, double[] a, double factor, int n) {
    for (int j = 0; j < n; j++) {
      target[j] = Math.fma(a[j], factor, target[j]);
    }
  }
}
