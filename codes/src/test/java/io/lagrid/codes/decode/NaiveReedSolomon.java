package io.lagrid.codes.decode;

import io.lagrid.algebra.field.PrimeField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decoding by looking at every codeword: the naive twin of {@link GaoDecoder}. */
final class NaiveReedSolomon {

  private final List<double[]> codewords = new ArrayList<>();

  /** Lists all p^dimension codewords. */
  NaiveReedSolomon(PrimeField field, double[] points, int dimension) {
    for (double[] coefficients : tuples(field, dimension)) {
      double[] word = new double[points.length];
      for (int i = 0; i < points.length; i++) {
        for (int k = 0; k < dimension; k++) {
          double term = field.multiply(coefficients[k], field.power(points[i], k));
          word[i] = field.add(word[i], term);
        }
      }
      codewords.add(word);
    }
  }

  /** The codeword within the radius of the word, if there is one. */
  Optional<double[]> nearest(double[] word, int radius) {
    return codewords.stream().filter(candidate -> distance(candidate, word) <= radius).findFirst();
  }

  static int distance(double[] first, double[] second) {
    int distance = 0;
    for (int i = 0; i < first.length; i++) {
      distance += first[i] == second[i] ? 0 : 1;
    }
    return distance;
  }

  /** All p^length tuples of field elements. */
  static List<double[]> tuples(PrimeField field, int length) {
    List<double[]> tuples = new ArrayList<>();
    int count = (int) Math.round(Math.pow(field.prime(), length));
    for (int number = 0; number < count; number++) {
      double[] tuple = new double[length];
      int rest = number;
      for (int i = 0; i < length; i++) {
        tuple[i] = field.of((long) rest % field.prime());
        rest /= field.prime();
      }
      tuples.add(tuple);
    }
    return tuples;
  }
}
