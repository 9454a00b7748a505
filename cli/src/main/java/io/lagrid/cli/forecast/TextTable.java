package io.lagrid.cli.forecast;

import java.util.ArrayList;
import java.util.List;

/** A table of aligned columns: the first ones to the left, numbers to the right. Confined. */
final class TextTable {

  private final int left;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table whose first so many columns are words. */
  TextTable(int left, String... heads) {
    this.left = left;
    rows.add(List.of(heads));
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  List<String> lines() {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int c = 0; c < columns; c++) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      String pad = " ".repeat(widths[c] - row.get(c).length());
      line.append(c < left ? row.get(c) + pad : pad + row.get(c)).append("  ");
    }
    return line.toString().stripTrailing();
  }
}
