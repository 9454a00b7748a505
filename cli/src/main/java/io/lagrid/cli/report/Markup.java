package io.lagrid.cli.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Writes well-formed XML that HTML parsers read alike. All text is escaped. Confined. */
public final class Markup {

  /** Elements after which a line ends, where blanks mean nothing. */
  private static final Set<String> LINES =
      Set.of("p", "tr", "div", "li", "dd", "h1", "h2", "style");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn
   */
  public Markup open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  /** Closes the element last opened. */
  public Markup close() {
    String tag = open.pop();
    out.append("</").append(tag).append('>');
    if (LINES.contains(tag)) {
      out.append('\n');
    }
    return this;
  }

  /** An element that holds text alone. */
  public Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** An element that never holds anything. */
  public Markup empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  /** Text. */
  public Markup text(String text) {
    escape(text);
    return this;
  }

  /** Text that is markup already. */
  public Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\t', '\n' -> out.append(c);
        default -> out.append(legal(c) ? c : '\ufffd');
      }
    }
  }

  /** Whether XML 1.0 allows the character; halves of surrogate pairs pass. */
  private static boolean legal(char c) {
    return c >= ' ' && c != '\ufffe' && c != '\uffff';
  }

  /** What was written. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return out.toString();
  }
}
