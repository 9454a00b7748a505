package io.lagrid.engine.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The letters of a notation by what becomes of them, with their lengths: every contraction is a
 * batch of matrix products (batch; rows × inner)·(batch; inner × columns), once the axes of each
 * operand are permuted and flattened into these groups. Immutable.
 *
 * @param batch in both operands and in the result
 * @param rows in the left operand and the result only
 * @param columns in the right operand and the result only
 * @param inner in both operands only
 * @param lengths the length of every letter's axes
 */
record AxisGroups(
    String batch, String rows, String columns, String inner, Map<Character, Integer> lengths) {

  /**
   * The groups of a notation.
   *
   * @param a the sides of the first operand
   * @param b those of the second
   */
  static AxisGroups of(Notation notation, List<Integer> a, List<Integer> b) {
    Map<Character, Integer> lengths = new HashMap<>();
    measure("left", notation.left(), a, lengths);
    measure("right", notation.right(), b, lengths);
    StringBuilder batch = new StringBuilder();
    StringBuilder rows = new StringBuilder();
    StringBuilder columns = new StringBuilder();
    for (char c : notation.result().toCharArray()) {
      boolean inLeft = notation.left().indexOf(c) >= 0;
      boolean inRight = notation.right().indexOf(c) >= 0;
      (inLeft && inRight ? batch : inLeft ? rows : columns).append(c);
    }
    StringBuilder inner = new StringBuilder();
    for (char c : notation.left().toCharArray()) {
      boolean shared = notation.right().indexOf(c) >= 0 && notation.result().indexOf(c) < 0;
      if (shared && inner.indexOf(String.valueOf(c)) < 0) {
        inner.append(c);
      }
    }
    return new AxisGroups(
        batch.toString(), rows.toString(), columns.toString(), inner.toString(), lengths);
  }

  private static void measure(
      String side, String letters, List<Integer> sides, Map<Character, Integer> lengths) {
    if (letters.length() != sides.size()) {
      throw new IllegalArgumentException(
          "the %s operand '%s' has %d letters, but shape %s has %d axes"
              .formatted(side, letters, letters.length(), sides, sides.size()));
    }
    for (int axis = 0; axis < letters.length(); axis++) {
      int length = sides.get(axis);
      Integer other = lengths.putIfAbsent(letters.charAt(axis), length);
      if (other != null && other != length) {
        throw new IllegalArgumentException(
            "axis '%s' has length %d here and %d there: axis %d of the %s operand of shape %s"
                .formatted(letters.charAt(axis), other, length, axis, side, sides));
      }
    }
  }

  /** Whether entries are multiplied place by place: more than one, and nothing is summed. */
  boolean elementwise() {
    return size(batch) > 1 && size(rows) == 1 && size(inner) == 1 && size(columns) == 1;
  }

  /**
   * Insists on operands and a result that matrices can hold.
   *
   * @throws IllegalArgumentException if one has more entries
   */
  void requireMatrices() {
    try {
      size(batch + rows + inner);
      size(batch + inner + columns);
      size(batch + rows + columns);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "operands of lengths %s: more entries than a matrix holds".formatted(lengths), e);
    }
  }

  /** How many entries the axes of these letters have together. */
  int size(String letters) {
    int size = 1;
    for (int i = 0; i < letters.length(); i++) {
      size = Math.multiplyExact(size, length(letters.charAt(i)));
    }
    return size;
  }

  int length(char letter) {
    return lengths.getOrDefault(letter, 1);
  }

  List<Integer> sides(String letters) {
    List<Integer> sides = new ArrayList<>();
    letters.chars().forEach(c -> sides.add(length((char) c)));
    return sides;
  }

  /**
   * Where the entries of a tensor lie that the indices of {@code order} run over, the last letter
   * fastest; a letter that appears twice runs along the diagonal.
   */
  int[] places(String letters, Tensor tensor, String order) {
    int[] strides = tensor.strides();
    int[] places = new int[size(order)];
    int repeat = 1;
    for (int k = order.length() - 1; k >= 0; k--) {
      int stride = 0;
      for (int axis = 0; axis < letters.length(); axis++) {
        stride += letters.charAt(axis) == order.charAt(k) ? strides[axis] : 0;
      }
      int length = length(order.charAt(k));
      for (int n = 0; n < places.length; n++) {
        places[n] += n / repeat % length * stride;
      }
      repeat *= length;
    }
    return places;
  }

  /** The letters of an operand that are in no group: they are summed over beforehand. */
  String summed(String letters) {
    String grouped = batch + rows + columns + inner;
    StringBuilder summed = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      if (grouped.indexOf(c) < 0 && letters.indexOf(c) == i) {
        summed.append(c);
      }
    }
    return summed.toString();
  }
}
