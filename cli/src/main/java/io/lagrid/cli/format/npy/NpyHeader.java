package io.lagrid.cli.format.npy;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The dictionary at the head of an {@code .npy} file.
 *
 * @param code the element type as the file writes it, such as {@code <f8}
 * @param type the element type
 * @param order the elements' byte order
 * @param columnMajor whether the first axis varies fastest (Fortran order)
 * @param shape the side lengths
 */
record NpyHeader(String code, NpyType type, ByteOrder order, boolean columnMajor, Shape shape) {

  /** The largest rank that is read. */
  static final int LARGEST_RANK = 4;

  private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");

  /** The number of bytes the elements take. */
  long dataBytes() {
    return (long) shape.entries() * type.bytes();
  }

  /**
   * Reads the dictionary.
   *
   * @param text the dictionary, with its padding
   * @param start the byte of the file it starts at
   */
  static NpyHeader parse(String text, int start, String source) {
    Map<String, @Nullable Object> entries;
    try {
      entries = PythonLiteral.dictionary(text);
    } catch (PythonLiteral.SyntaxException e) {
      throw BadInputException.in(
          source, "byte %d: broken header: %s", start + e.position(), e.getMessage());
    }
    if (!entries.keySet().equals(KEYS)) {
      throw BadInputException.in(
          source,
          "byte %d: the header has keys %s; it must have descr, fortran_order, shape",
          start,
          BadInputException.quote(String.join(", ", entries.keySet())));
    }
    if (!(entries.get("fortran_order") instanceof Boolean columnMajor)) {
      throw BadInputException.in(source, "byte %d: fortran_order is neither True nor False", start);
    }
    Object descr = entries.get("descr");
    if (!(descr instanceof String code)) {
      throw BadInputException.in(
          source,
          "element type %s is structured; legal are %s",
          BadInputException.quote(String.valueOf(descr)),
          NpyType.LEGAL);
    }
    Shape shape = shape(entries.get("shape"), source);
    return new NpyHeader(code, type(code, source), order(code), columnMajor, shape);
  }

  private static NpyType type(String code, String source) {
    boolean ordered = !code.isEmpty() && "<>|=".indexOf(code.charAt(0)) >= 0;
    String bare = code.startsWith("?") ? "b1" : ordered ? code.substring(1) : code;
    NpyType type = NpyType.of(bare);
    if (type == null) {
      throw BadInputException.in(
          source,
          "element type %s%s cannot be read; legal are %s",
          BadInputException.quote(code),
          kind(bare),
          NpyType.LEGAL);
    }
    return type;
  }

  /** What a type code that cannot be read stands for. */
  private static String kind(String bare) {
    return switch (bare.isEmpty() ? ' ' : bare.charAt(0)) {
      case 'c' -> " (complex numbers)";
      case 'O' -> " (Python objects)";
      case 'U', 'S', 'a' -> " (strings)";
      case 'V' -> " (raw bytes)";
      case 'M', 'm' -> " (dates or durations)";
      default -> "";
    };
  }

  private static ByteOrder order(String code) {
    return switch (code.charAt(0)) {
      case '>' -> ByteOrder.BIG_ENDIAN;
      case '<' -> ByteOrder.LITTLE_ENDIAN;
      default -> ByteOrder.nativeOrder();
    };
  }

  private static Shape shape(@Nullable Object value, String source) {
    String found = BadInputException.quote(String.valueOf(value));
    if (!(value instanceof List<?> list)) {
      throw BadInputException.in(source, "shape %s is not a tuple", found);
    }
    if (list.size() > LARGEST_RANK) {
      throw BadInputException.in(
          source, "shape %s has %d dimensions; at most 4 are legal", found, list.size());
    }
    List<Integer> sides = new ArrayList<>();
    for (Object side : list) {
      if (!(side instanceof Long length) || length < 0 || length > Shape.LARGEST) {
        throw BadInputException.in(
            source, "shape %s: sides are whole numbers from 0 to %d", found, Shape.LARGEST);
      }
      sides.add(length.intValue());
    }
    if (Shape.entries(sides) > Shape.LARGEST) {
      throw BadInputException.in(
          source, "shape %s has more entries than the legal %d", found, Shape.LARGEST);
    }
    return new Shape(sides);
  }

  /** The bytes in front of the elements of a row-major little-endian file, format version 1.0. */
  static ByteBuffer encode(String code, Shape shape) {
    String dictionary =
        "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(code, shape);
    int used = NpyFormat.MAGIC.length() + 4 + dictionary.length() + 1;
    String padded = dictionary + " ".repeat((64 - used % 64) % 64) + "\n";
    return ByteBuffer.allocate(NpyFormat.MAGIC.length() + 4 + padded.length())
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(NpyFormat.MAGIC.getBytes(StandardCharsets.ISO_8859_1))
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) padded.length())
        .put(padded.getBytes(StandardCharsets.ISO_8859_1))
        .flip();
  }
}
