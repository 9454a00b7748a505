package io.lagrid.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;

/** One self-contained HTML page that is also well-formed XML: head, style, and a body. */
public final class Page {

  private Page() {}

  /**
   * The page as text.
   *
   * @param title of the window
   * @param body writes what is seen
   */
  public static String render(String title, Consumer<Markup> body) {
    Markup page = new Markup();
    page.raw("<!DOCTYPE html>\n");
    page.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en").open("head");
    page.empty("meta", "charset", "utf-8");
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.empty("meta", "name", "color-scheme", "content", "light dark");
    page.element("title", title + " – Lagrid");
    page.open("style").raw(style()).close().close();
    page.open("body").open("main");
    body.accept(page);
    page.close().close().close();
    return page.toString();
  }

  private static String style() {
    try (InputStream stream = Page.class.getResourceAsStream("report.css")) {
      return new String(
          Objects.requireNonNull(stream, "report.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
