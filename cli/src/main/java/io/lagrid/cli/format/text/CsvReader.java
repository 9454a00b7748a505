package io.lagrid.cli.format.text;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one file of comma-separated numbers. */
final class CsvReader {

  private static final String NUMBERS_BEGIN = "+-.0123456789";

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setIgnoreEmptyLines(true)
          .setIgnoreSurroundingSpaces(true)
          .setTrim(true)
          .setCommentMarker('#')
          .get();

  /** The UTF-8 byte order mark, read as ISO 8859-1. */
  private static final String MARK = "\u00ef\u00bb\u00bf";

  private final BufferedReader reader;
  private final String source;
  private final NumberList numbers = new NumberList();
  private int rows;
  private int columns;
  private long firstLine;
  private boolean headerAllowed = true;

  CsvReader(BufferedReader reader, String source) {
    this.reader = reader;
    this.source = source;
  }

  NdArray read() throws IOException {
    skipMark();
    try (CSVParser parser = CSVParser.parse(reader, FORMAT)) {
      for (CSVRecord record : parser) {
        add(record, parser.getCurrentLineNumber());
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CSVException) {
        throw BadInputException.in(source, "broken quotes: %s", e.getCause().getMessage());
      }
      throw e.getCause();
    }
    if (rows == 0) {
      throw BadInputException.in(source, "the file holds no numbers");
    }
    return numbers.array(Shape.of(rows, columns), source);
  }

  private void skipMark() throws IOException {
    reader.mark(MARK.length());
    char[] start = new char[MARK.length()];
    int count = reader.read(start);
    if (count < MARK.length() || !MARK.equals(new String(start))) {
      reader.reset();
    }
  }

  private void add(CSVRecord record, long line) {
    if (columns == 0) {
      columns = record.size();
      firstLine = line;
    } else if (record.size() != columns) {
      throw BadInputException.in(
          source,
          "line %d has %d values, line %d has %d; all must have as many",
          line,
          record.size(),
          firstLine,
          columns);
    }
    if (headerAllowed && names(record)) {
      headerAllowed = false;
      return;
    }
    headerAllowed = false;
    for (int column = 0; column < columns; column++) {
      if (!numbers.add(record.get(column), line, column + 1)) {
        throw BadInputException.in(
            source,
            "line %d, column %d: %s is not a number",
            line,
            column + 1,
            BadInputException.quote(record.get(column)));
      }
    }
    rows++;
  }

  /** Whether no value of the record is a number, or was meant to be one. */
  private static boolean names(CSVRecord record) {
    return StreamSupport.stream(record.spliterator(), false)
        .noneMatch(
            text ->
                text.isEmpty()
                    || NUMBERS_BEGIN.indexOf(text.charAt(0)) >= 0
                    || NumberText.real(text).isPresent());
  }
}
