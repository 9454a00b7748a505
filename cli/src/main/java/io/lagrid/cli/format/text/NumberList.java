package io.lagrid.cli.format.text;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.DoubleArray;
import io.lagrid.cli.format.array.LongArray;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Numbers read one after the other: longs for as long as all are integers, doubles from the first
 * other one on. Confined.
 */
final class NumberList {

  private long[] longs = new long[1024];
  private double @Nullable [] doubles;
  private int size;
  private boolean allIntegers = true;

  /** The first integer that does not fit in 64 bits; empty if there is none. */
  private String tooLarge = "";

  /**
   * Appends a number.
   *
   * @return false if the text is none
   */
  boolean add(String text, long line, int column) {
    OptionalDouble value = NumberText.real(text);
    if (value.isEmpty()) {
      return false;
    }
    grow();
    if (NumberText.isInteger(text)) {
      addInteger(text, line, column);
    } else {
      allIntegers = false;
      asDoubles()[size] = value.getAsDouble();
    }
    size++;
    return true;
  }

  private void addInteger(String text, long line, int column) {
    double[] reals = doubles;
    if (reals != null) {
      reals[size] = Double.parseDouble(text);
      return;
    }
    try {
      longs[size] = Long.parseLong(text);
    } catch (NumberFormatException e) {
      tooLarge = "line %d, column %d: %s".formatted(line, column, text);
      asDoubles()[size] = Double.parseDouble(text);
    }
  }

  private double[] asDoubles() {
    double[] reals = doubles;
    if (reals == null) {
      reals = new double[longs.length];
      for (int i = 0; i < size; i++) {
        reals[i] = longs[i];
      }
      doubles = reals;
    }
    return reals;
  }

  private void grow() {
    double[] reals = doubles;
    if (reals == null && size == longs.length) {
      longs = Arrays.copyOf(longs, grown());
    } else if (reals != null && size == reals.length) {
      doubles = Arrays.copyOf(reals, grown());
    }
  }

  private int grown() {
    return (int) Math.min(Shape.LARGEST, 2L * size);
  }

  /**
   * The numbers as an array of as many entries.
   *
   * @throws BadInputException if all are integers, and one does not fit in 64 bits
   */
  NdArray array(Shape shape, String source) {
    if (allIntegers && !tooLarge.isEmpty()) {
      throw BadInputException.in(source, "%s does not fit in a 64-bit integer", tooLarge);
    }
    double[] reals = doubles;
    return reals == null
        ? new LongArray(shape, Arrays.copyOf(longs, size))
        : new DoubleArray(shape, Arrays.copyOf(reals, size));
  }
}
