package io.lagrid.codes;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one product is cut into blocks: A into m×p blocks, B into p×n, C into m×n. Sides that do not
 * divide are padded with zeros.
 *
 * @param p cuts of the shared dimension
 * @param m cuts of A's rows
 * @param n cuts of B's columns
 */
public record Partition(int p, int m, int n) implements Serializable {

  private static final Pattern SYNTAX = Pattern.compile("(\\d{1,6})x(\\d{1,6})x(\\d{1,6})");

  /** Not cut at all. */
  public static final Partition WHOLE = new Partition(1, 1, 1);

  /** A's rows in as many blocks as one likes, and nothing else cut. */
  public static final Partition ANY_ROWS = new Partition(1, Integer.MAX_VALUE, 1);

  /** Checks that every count is positive. */
  public Partition {
    if (p < 1 || m < 1 || n < 1) {
      throw new IllegalArgumentException(
          "partition %dx%dx%d: every count must be at least 1".formatted(p, m, n));
    }
  }

  /** Reads {@code PxMxN}, such as {@code 1x3x3}. */
  public static Partition parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "partition '" + text + "' is not of the form PxMxN, such as 1x3x3");
    }
    return new Partition(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  /**
   * 1×m×1, A's rows in m blocks of which each worker gets one or a combination.
   *
   * @throws IllegalArgumentException unless 1 ≤ m ≤ N
   */
  public static Partition ofRows(int rowBlocks, int workers) {
    if (rowBlocks < 1 || rowBlocks > workers) {
      throw new IllegalArgumentException(
          "m = %d row blocks on N = %d workers; 1 ≤ m ≤ N is legal".formatted(rowBlocks, workers));
    }
    return new Partition(1, rowBlocks, 1);
  }

  /** p·m·n, the number of block products the whole product falls into. */
  public long blockProducts() {
    return (long) p * m * n;
  }

  /** The counts by their letters, in the order p, m, n. */
  public Map<String, Integer> named() {
    Map<String, Integer> named = new LinkedHashMap<>();
    named.put("p", p);
    named.put("m", m);
    named.put("n", n);
    return Collections.unmodifiableMap(named);
  }

  @Override
  public String toString() {
    return p + "x" + m + "x" + n;
  }
}
