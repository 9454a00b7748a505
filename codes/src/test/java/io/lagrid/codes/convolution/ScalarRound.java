package io.lagrid.codes.convolution;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Corruptions;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Projection;
import java.util.ArrayList;
import java.util.List;

/**
 * One round of coded convolution on chunks of one entry, whose convolution is their product, from
 * the definitions. An answer is its own projection.
 */
final class ScalarRound {

  private final Arithmetic arithmetic;
  private final ConvolutionCode code;
  private final Randomness random;
  private final List<double[]> expected = new ArrayList<>();
  private final List<double[]> answers = new ArrayList<>();

  ScalarRound(ConvolutionCode code, Arithmetic arithmetic, Randomness random) {
    this.code = code;
    this.arithmetic = arithmetic;
    this.random = random;
    for (Field field : arithmetic.planes()) {
      double[] a = elements(field, code.parameters().p() + code.parameters().colluders());
      double[] b = elements(field, code.parameters().q() + code.parameters().colluders());
      expected.add(sums(field, a, b));
      answers.add(answers(field, a, b));
    }
  }

  /** Elements of a prime field, or small integers. */
  double[] elements(Field field, int count) {
    double[] elements = new double[count];
    if (field instanceof PrimeField prime) {
      random.fill(prime, elements, 0, count);
    } else {
      for (int i = 0; i < count; i++) {
        elements[i] = random.nextInt(19) - 9;
      }
    }
    return elements;
  }

  private double[] sums(Field field, double[] a, double[] b) {
    ConvolutionParameters parameters = code.parameters();
    double[] sums = new double[parameters.last() - parameters.first() + 1];
    for (int i = 0; i < parameters.p(); i++) {
      for (int j = 0; j < parameters.q(); j++) {
        int d = i + j - parameters.first();
        if (d >= 0 && d < sums.length) {
          sums[d] = field.add(sums[d], field.multiply(a[i], b[j]));
        }
      }
    }
    return sums;
  }

  private double[] answers(Field field, double[] a, double[] b) {
    double[] left = combined(code.encoding(0, field), field, a);
    double[] right = combined(code.encoding(1, field), field, b);
    double[] products = new double[left.length];
    for (int i = 0; i < products.length; i++) {
      products[i] = field.multiply(left[i], right[i]);
    }
    return products;
  }

  private static double[] combined(Encoding encoding, Field field, double[] sources) {
    double[] shares = new double[encoding.workers()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = dot(encoding.coefficients(), i, field, sources);
    }
    return shares;
  }

  private static double dot(Matrix matrix, int row, Field field, double[] values) {
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      sum = field.add(sum, field.multiply(matrix.get(row, k), values[k]));
    }
    return sum;
  }

  /** What a worker honestly answers. */
  Projection answer(int worker) {
    return new Projection(answers.stream().map(plane -> new double[] {plane[worker]}).toList());
  }

  /** Random lies about this round. */
  Corruptions corruptions() {
    return new Corruptions(code, arithmetic, answers, expected);
  }

  /** Uniformly random scalars. */
  Projection noise() {
    return new Projection(arithmetic.planes().stream().map(field -> elements(field, 1)).toList());
  }

  /** The largest error of what the decoding makes of these answers. */
  double error(Decoding.Decodable decoding, List<Projection> given) {
    double worst = 0;
    for (int plane = 0; plane < arithmetic.size(); plane++) {
      Field field = arithmetic.plane(plane);
      int index = plane;
      double[] used =
          decoding.used().stream()
              .mapToDouble(worker -> given.get(worker).planes().get(index)[0])
              .toArray();
      for (int d = 0; d < expected.get(plane).length; d++) {
        double found = dot(decoding.coefficients().get(plane), d, field, used);
        worst = Math.max(worst, Math.abs(found - expected.get(plane)[d]));
      }
    }
    return worst;
  }
}
