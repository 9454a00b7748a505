package io.lagrid.cli.format.npy;

import io.lagrid.cli.format.array.BadInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Python literals that an {@code .npy} header consists of: strings, integers, True,
 * False, None, tuples, lists and dictionaries, as {@link String}, {@link Long}, {@link Boolean},
 * null, {@link List} and {@link Map}.
 */
final class PythonLiteral {

  private static final int DEEPEST = 16;

  private final String text;
  private int position;
  private int depth;

  private PythonLiteral(String text) {
    this.text = text;
  }

  /** What is not a literal, and where. */
  static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1;
    private final int position;

    private SyntaxException(int position, String message) {
      super(message);
      this.position = position;
    }

    /** The index of the offending character. */
    int position() {
      return position;
    }
  }

  /** The dictionary that the text consists of. */
  static Map<String, @Nullable Object> dictionary(String text) throws SyntaxException {
    PythonLiteral parser = new PythonLiteral(text);
    parser.expect('{');
    Map<String, @Nullable Object> result = parser.entries();
    parser.skipBlanks();
    if (parser.position < text.length()) {
      throw parser.unexpected("the end of the header");
    }
    return result;
  }

  private Map<String, @Nullable Object> entries() throws SyntaxException {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    while (!accept('}')) {
      int start = position;
      if (!(value() instanceof String key)) {
        throw new SyntaxException(start, "keys are strings");
      }
      expect(':');
      result.put(key, value());
      if (!accept(',')) {
        expect('}');
        break;
      }
    }
    return result;
  }

  private @Nullable Object value() throws SyntaxException {
    skipBlanks();
    char c = position < text.length() ? text.charAt(position) : 0;
    if (c == '\'' || c == '"') {
      return string(c);
    }
    if ((c >= '0' && c <= '9') || c == '-') {
      return integer();
    }
    return c == '(' || c == '[' || c == '{' ? nested(c) : word();
  }

  private Object nested(char opening) throws SyntaxException {
    if (++depth > DEEPEST) {
      throw unexpected("fewer than " + DEEPEST + " nested brackets");
    }
    position++;
    Object result = opening == '{' ? entries() : opening == '(' ? elements(')') : elements(']');
    depth--;
    return result;
  }

  private List<@Nullable Object> elements(char closing) throws SyntaxException {
    List<@Nullable Object> result = new ArrayList<>();
    while (!accept(closing)) {
      result.add(value());
      if (!accept(',')) {
        expect(closing);
        break;
      }
    }
    return result;
  }

  private String string(char quote) throws SyntaxException {
    int end = text.indexOf(quote, position + 1);
    if (end < 0) {
      throw unexpected("a string with a closing quote");
    }
    String result = text.substring(position + 1, end);
    position = end + 1;
    return result;
  }

  private Long integer() throws SyntaxException {
    int start = position++;
    while (position < text.length() && Character.isDigit(text.charAt(position))) {
      position++;
    }
    try {
      Long result = Long.valueOf(text.substring(start, position));
      accept('L'); // Python 2 wrote long integers so
      return result;
    } catch (NumberFormatException e) {
      throw new SyntaxException(start, "an integer of 64 bits is expected");
    }
  }

  private @Nullable Object word() throws SyntaxException {
    for (String word : List.of("True", "False", "None")) {
      if (text.startsWith(word, position)) {
        position += word.length();
        return word.equals("None") ? null : Boolean.valueOf(word);
      }
    }
    throw unexpected("a value");
  }

  private boolean accept(char c) {
    skipBlanks();
    boolean found = position < text.length() && text.charAt(position) == c;
    if (found) {
      position++;
    }
    return found;
  }

  private void expect(char c) throws SyntaxException {
    if (!accept(c)) {
      throw unexpected("'" + c + "'");
    }
  }

  private void skipBlanks() {
    while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  private SyntaxException unexpected(String expected) {
    String found =
        position < text.length()
            ? BadInputException.quote(text.substring(position, position + 1))
            : "the end of the header";
    return new SyntaxException(position, expected + " is expected, not " + found);
  }
}
