package io.lagrid.cli.format.array;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The side lengths of an array, outermost first. An array without sides holds one number.
 * Immutable.
 *
 * @param sides each at least 0; copied
 */
public record Shape(List<Integer> sides) {

  /** The largest number of entries one array can hold. */
  public static final int LARGEST = Integer.MAX_VALUE - 8;

  /** Checks that the entries fit in one Java array. */
  public Shape {
    sides = List.copyOf(sides);
    if (sides.stream().anyMatch(side -> side < 0) || entries(sides) > LARGEST) {
      throw new IllegalArgumentException(
          "shape %s: sides start at 0 and one array holds at most %d entries"
              .formatted(sides, LARGEST));
    }
  }

  /** A shape of the given sides. */
  public static Shape of(Integer... sides) {
    return new Shape(List.of(sides));
  }

  /** The product of the sides, or {@link Long#MAX_VALUE} if it exceeds that. */
  public static long entries(List<Integer> sides) {
    long product = 1;
    for (int side : sides) {
      if (side == 0) {
        return 0;
      }
      product = product > Long.MAX_VALUE / side ? Long.MAX_VALUE : product * side;
    }
    return product;
  }

  /** The number of entries. */
  public int entries() {
    return (int) entries(sides);
  }

  /** The number of axes. */
  public int rank() {
    return sides.size();
  }

  /** One side. */
  public int side(int axis) {
    return sides.get(axis);
  }

  /** The distance between neighbours along each axis if the first axis varies fastest. */
  public int[] columnMajorStrides() {
    int[] strides = new int[rank()];
    int stride = 1;
    for (int axis = 0; axis < rank(); axis++) {
      strides[axis] = stride;
      stride *= side(axis);
    }
    return strides;
  }

  /** The place of a flat row-major index, such as {@code [2, 0]}. */
  public String place(int flat) {
    int[] index = new int[rank()];
    int rest = flat;
    for (int axis = rank() - 1; axis >= 0; axis--) {
      index[axis] = rest % side(axis);
      rest /= side(axis);
    }
    return Arrays.toString(index);
  }

  /** As NumPy writes it, such as {@code (3, 4)} and {@code (3,)}. */
  @Override
  public String toString() {
    return sides.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", "(", rank() == 1 ? ",)" : ")"));
  }
}
