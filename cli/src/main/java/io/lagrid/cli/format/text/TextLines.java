package io.lagrid.cli.format.text;

import io.lagrid.cli.format.array.BadInputException;
import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The lines of a text file and the words in them, with positions for messages. Confined. */
final class TextLines {

  private final BufferedReader reader;
  private final String source;
  private String line = "";
  private int number;
  private int cursor;
  private int wordStart;

  /**
   * Starts before the first line.
   *
   * @param source how messages name the file
   */
  TextLines(BufferedReader reader, String source) {
    this.reader = reader;
    this.source = source;
  }

  /** Goes to the next line, whatever it holds; false at the end of the file. */
  boolean next() throws IOException {
    String read = reader.readLine();
    number++;
    cursor = 0;
    wordStart = 0;
    line = read == null ? "" : read;
    return read != null;
  }

  /** Goes to the next line that is neither blank nor starts with {@code comment}. */
  boolean nextContent(char comment) throws IOException {
    while (next()) {
      if (!line.isBlank() && line.charAt(0) != comment) {
        return true;
      }
    }
    return false;
  }

  /** The whole line. */
  String line() {
    return line;
  }

  /** The next word of the line; null at its end. */
  @Nullable String word() {
    while (cursor < line.length() && line.charAt(cursor) <= ' ') {
      cursor++;
    }
    wordStart = cursor;
    while (cursor < line.length() && line.charAt(cursor) > ' ') {
      cursor++;
    }
    return cursor > wordStart ? line.substring(wordStart, cursor) : null;
  }

  /**
   * The next word of the line, which must be there.
   *
   * @param what what the word stands for
   */
  String word(String what) {
    String word = word();
    if (word == null) {
      throw bad("the line ends where %s is expected", what);
    }
    return word;
  }

  /** The next word of the line, which must be an integer in a range. */
  int integer(String what, int least, int greatest) {
    String word = word(what);
    long value = NumberText.isInteger(word) && word.length() < 19 ? Long.parseLong(word) : -1;
    if (value < least || value > greatest) {
      throw bad(
          "%s is %s; legal are %d to %d", what, BadInputException.quote(word), least, greatest);
    }
    return (int) value;
  }

  /** Checks that the line has no further word. */
  void end(String what) {
    String word = word();
    if (word != null) {
      throw bad("%s follows after %s", BadInputException.quote(word), what);
    }
  }

  /** A refusal of the word last read. */
  @SuppressWarnings("AnnotateFormatMethod") // its annotation is not among our dependencies
  BadInputException bad(String problem, Object... values) {
    return BadInputException.in(
        source, "line %d, column %d: %s", number, wordStart + 1, problem.formatted(values));
  }
}
