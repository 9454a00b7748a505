package io.lagrid.algebra.transform;

import io.lagrid.algebra.field.PrimeField;
import java.util.Arrays;
import java.util.List;

/**
 * The product of two long polynomials over GF(p), p &lt; 2^23: over the integers, whose
 * coefficients c have magnitude at most n·(p/2)² &lt; n·2^44, by transforms modulo two primes q_0,
 * q_1 near 2^49, put together by c = r_0 + q_0·((r_1 − r_0)/q_0 mod q_1), and reduced modulo p.
 * Where p − 1 is a multiple of the transform's length, one transform over GF(p) itself does.
 *
 * <p>Six transforms of length ≥ n, or three; O(n log n). Immutable and thread-safe.
 */
public final class LongProduct {

  /** The longest product: 2^26 coefficients. */
  public static final int LONGEST = 1 << 26;

  private static final int ADICITY = 26;
  private static final List<Modulus> LARGE =
      List.of(Modulus.large(ADICITY, 0), Modulus.large(ADICITY, 1));
  private static final Tables TABLES = new Tables();

  private final TransformKernel kernel;

  /** Products by a kernel's transforms. */
  public LongProduct(TransformKernel kernel) {
    this.kernel = kernel;
  }

  /**
   * The n + m − 1 coefficients of the product of polynomials with n and m.
   *
   * @param a n ≥ 1 canonical elements; not modified
   * @param b m ≥ 1 canonical elements; not modified
   * @throws IllegalArgumentException if the product has more than {@link #LONGEST} coefficients
   */
  public double[] multiply(PrimeField field, double[] a, double[] b) {
    return multiply(field, a, b, () -> {});
  }

  /**
   * The same, which can be given up.
   *
   * @param between run before every transform; may throw, to give up
   */
  public double[] multiply(PrimeField field, double[] a, double[] b, Runnable between) {
    long length = (long) a.length + b.length - 1;
    if (a.length == 0 || b.length == 0 || length > LONGEST) {
      throw new IllegalArgumentException(
          "a product of %d by %d coefficients; 1 to %d in all are legal"
              .formatted(a.length, b.length, LONGEST));
    }
    int log = Integer.SIZE - Integer.numberOfLeadingZeros((int) length - 1);
    double[] result;
    if (log <= Integer.numberOfTrailingZeros(field.prime() - 1)) {
      result = cyclic(TABLES.get(Modulus.of(field.prime()), log), a, b, between);
    } else {
      result = cyclic(TABLES.get(LARGE.get(0), log), a, b, between);
      join(field, result, cyclic(TABLES.get(LARGE.get(1), log), a, b, between));
    }
    double[] product = Arrays.copyOf(result, (int) length);
    field.reduce(product, 0, product.length);
    return product;
  }

  private double[] cyclic(TransformTable table, double[] a, double[] b, Runnable between) {
    double[] x = new double[table.length()];
    double[] y = new double[table.length()];
    between.run();
    kernel.forward(a, x, table);
    between.run();
    kernel.forward(b, y, table);
    between.run();
    kernel.multiply(x, y, table.scale(), table.modulus());
    kernel.inverse(x, table);
    return x;
  }

  /** Leaves in r_0 the integer it stands for together with r_1, modulo p but not reduced. */
  private static void join(PrimeField field, double[] r0, double[] r1) {
    Modulus first = LARGE.get(0);
    Modulus second = LARGE.get(1);
    double inverse = second.inverse(second.reduce(first.value()));
    double step = field.reduce(first.value());
    for (int i = 0; i < r0.length; i++) {
      double low = first.reduce(r0[i]);
      double high = second.multiply(second.reduce(r1[i] - low), inverse);
      double factor = field.reduce(second.reduce(high));
      r0[i] = Math.fma(step, factor, field.reduce(low));
    }
  }
}
