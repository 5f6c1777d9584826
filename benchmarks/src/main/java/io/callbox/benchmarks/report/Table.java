package io.callbox.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows under headings, printed as Markdown and written as CSV. Not safe for many threads. */
public final class Table {

  private final String title;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these headings. */
  public Table(String title, String... headings) {
    this.title = title;
    rows.add(List.of(headings));
  }

  /** Adds a row: a name, then numbers. */
  public void add(String name, double... numbers) {
    List<String> row = new ArrayList<>();
    row.add(name);
    for (double number : numbers) {
      row.add(shown(number));
    }
    rows.add(row);
  }

  public String title() {
    return title;
  }

  /** As a Markdown table under its title. */
  public String markdown() {
    StringBuilder text = new StringBuilder("\n### " + title + "\n\n");
    for (int row = 0; row < rows.size(); row++) {
      text.append("| ").append(String.join(" | ", rows.get(row))).append(" |\n");
      if (row == 0) {
        text.append("|---").append("|---:".repeat(rows.get(0).size() - 1)).append("|\n");
      }
    }
    return text.toString();
  }

  /** As comma separated values. */
  public String csv() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(String.join(",", row)).append('\n');
    }
    return text.toString();
  }

  /** Three digits, as few decimals as that takes. */
  static String shown(double number) {
    if (Double.isNaN(number)) {
      return "–";
    }
    double size = Math.abs(number);
    int decimals = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 4;
    return String.format(Locale.ROOT, "%." + decimals + "f", number);
  }
}
