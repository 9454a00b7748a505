package io.lagrid.codes.decode;

import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.polynomial.Division;
import io.lagrid.algebra.polynomial.Euclid;
import io.lagrid.algebra.polynomial.Polynomials;
import io.lagrid.algebra.transfer.Coset;
import io.lagrid.algebra.transfer.ErasedWord;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Gao's decoder at points of a coset aH_n of roots of unity, for many workers. Points without an
 * answer are erasures: with E the polynomial that is zero there, of degree s, the values of E·f are
 * known at all of aH_n up to the errors, and E·f has degree below R + s. So the node polynomial is
 * x^n − a^n, the interpolation polynomial is one transform, and the Euclidean algorithm takes about
 * as many steps as there are errors: O(n log² n) once, then O(n·(log n + e)) for a word with e
 * errors, where {@link GaoDecoder} takes O(n²) for both.
 *
 * <p>Immutable and thread-safe.
 */
final class CosetDecoder implements WordDecoder {

  private final PrimeField field;
  private final Coset coset;
  private final int[] numbers;
  private final int dimension;
  private final ErasedWord erased;

  /**
   * A decoder for words at some points of a coset.
   *
   * @param numbers the numbers of the points; not modified
   * @param dimension R, with 1 ≤ R ≤ their number
   */
  CosetDecoder(Coset coset, int[] numbers, int dimension) {
    if (dimension < 1 || dimension > numbers.length) {
      throw new IllegalArgumentException(
          "a word of %d entries has no dimension %d; 1 to %d are legal"
              .formatted(numbers.length, dimension, numbers.length));
    }
    this.field = coset.field();
    this.coset = coset;
    this.numbers = numbers.clone();
    this.dimension = dimension + coset.size() - numbers.length;
    this.erased = new ErasedWord(coset, numbers);
  }

  @Override
  public int radius() {
    return (coset.size() - dimension) / 2;
  }

  @Override
  public Optional<int[]> errors(double[] word) {
    if (word.length != numbers.length) {
      throw new IllegalArgumentException(
          "a word of %d entries at %d points".formatted(word.length, numbers.length));
    }
    double[] values = erased.values(word);
    double[] interpolant = erased.coefficients(values);
    if (Polynomials.degree(interpolant) < dimension) {
      return Optional.of(new int[0]);
    }
    double[] nodes = new double[coset.size() + 1];
    nodes[0] = -field.power(coset.shift(), coset.size());
    nodes[coset.size()] = 1;
    int stop = (coset.size() + dimension + 1) / 2;
    Euclid euclid = Euclid.partial(field, nodes, interpolant, stop);
    Division division = Division.of(field, euclid.remainder(), euclid.cofactor());
    double[] candidate = Polynomials.normalise(division.quotient());
    if (division.remainder().length > 0 || candidate.length > dimension) {
      return Optional.empty();
    }
    return disagreements(values, erased.evaluate(candidate));
  }

  /** Positions among the given points, unless there are too many or others. */
  private Optional<int[]> disagreements(double[] values, double[] candidate) {
    int[] found =
        IntStream.range(0, numbers.length)
            .filter(i -> values[numbers[i]] != candidate[numbers[i]])
            .toArray();
    long all = IntStream.range(0, values.length).filter(i -> values[i] != candidate[i]).count();
    return all == found.length && found.length <= radius() ? Optional.of(found) : Optional.empty();
  }
}
