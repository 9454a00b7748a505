package io.lagrid.cli.format.text;

import io.lagrid.cli.format.array.BadInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The first line of a Matrix Market file: {@code %%MatrixMarket matrix LAYOUT FIELD SYMMETRY}.
 *
 * @param layout whether all entries are listed, or some with their indices
 * @param field what the entries are
 * @param symmetry which entries are listed
 */
record MatrixMarketHeader(Layout layout, Field field, Symmetry symmetry) {

  private static final String BANNER = "%%MatrixMarket";

  /** How entries are listed. */
  enum Layout {
    /** All of them, column by column. */
    ARRAY,
    /** With row and column index. */
    COORDINATE;

    /** As files write it. */
    @Override
    public String toString() {
      return written(this);
    }
  }

  /** What entries are. */
  enum Field {
    /** Integers. */
    INTEGER,
    /** Decimal numbers. */
    REAL,
    /** Ones, so that only their indices are listed. */
    PATTERN;

    /** As files write it. */
    @Override
    public String toString() {
      return written(this);
    }
  }

  /** Which entries are listed. */
  enum Symmetry {
    /** All. */
    GENERAL,
    /** Those on and below the diagonal. */
    SYMMETRIC,
    /** Those below the diagonal; their mirror images have the other sign. */
    SKEW_SYMMETRIC;

    /** The row of the first entry that is listed of a column. */
    int firstRow(int column) {
      return switch (this) {
        case GENERAL -> 0;
        case SYMMETRIC -> column;
        case SKEW_SYMMETRIC -> column + 1;
      };
    }

    /** As files write it. */
    @Override
    public String toString() {
      return written(this);
    }
  }

  /** Reads the line the words come from. */
  static MatrixMarketHeader parse(TextLines lines) {
    String banner = lines.word();
    if (banner == null || !banner.equalsIgnoreCase(BANNER)) {
      throw lines.bad(
          "a Matrix Market file starts with %s, not %s",
          BANNER, BadInputException.quote(lines.line()));
    }
    String object = lines.word("the word matrix");
    if (!object.equalsIgnoreCase("matrix")) {
      throw lines.bad("object %s cannot be read; legal is matrix", BadInputException.quote(object));
    }
    Layout layout = choose(lines, "the layout", Layout.values());
    Field field = choose(lines, "the field", Field.values());
    Symmetry symmetry = choose(lines, "the symmetry", Symmetry.values());
    lines.end("the symmetry");
    if (layout == Layout.ARRAY && field == Field.PATTERN) {
      throw lines.bad("a pattern is legal in the coordinate layout only, not in the array layout");
    }
    return new MatrixMarketHeader(layout, field, symmetry);
  }

  private static <E extends Enum<E>> E choose(TextLines lines, String what, E[] legal) {
    String word = lines.word(what);
    for (E value : legal) {
      if (value.toString().equalsIgnoreCase(word)) {
        return value;
      }
    }
    throw lines.bad(
        "%s is %s; legal are %s",
        what,
        BadInputException.quote(word),
        Arrays.stream(legal).map(E::toString).collect(Collectors.joining(", ")));
  }

  private static String written(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
