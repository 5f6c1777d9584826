package io.callbox.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Rows under headings; each column is as wide as its longest cell. If a heading begins with {@code
 * >}, its column is aligned to the right. Long cells are cut. Belongs to one thread.
 */
public final class Table {

  private static final String GAP = "  ";
  private static final int LONGEST_CELL = 200;

  private final List<String> headings = new ArrayList<>();
  private final List<Boolean> right = new ArrayList<>();
  private final List<List<Cell>> rows = new ArrayList<>();

  /** Creates a table without rows. */
  public Table(String... headings) {
    for (String heading : headings) {
      boolean toTheRight = heading.startsWith(">");
      right.add(toTheRight);
      this.headings.add(toTheRight ? heading.substring(1) : heading);
    }
  }

  /**
   * A piece of text.
   *
   * @param text the text; it is escaped when it is shown
   * @param tone its tone
   */
  public record Cell(String text, Tone tone) {

    /** Creates a cell from any value. */
    public static Cell of(Object value) {
      return value instanceof Cell cell ? cell : new Cell(String.valueOf(value), Tone.PLAIN);
    }
  }

  /** Adds a row, one value or {@link Cell} for each heading. */
  public void add(Object... values) {
    List<Cell> row = new ArrayList<>();
    for (Object value : values) {
      Cell cell = Cell.of(value);
      row.add(new Cell(shortened(Visible.line(cell.text())), cell.tone()));
    }
    rows.add(row);
  }

  /** Cuts a text, because one long text would make every row as wide. */
  private static String shortened(String text) {
    return length(text) <= LONGEST_CELL
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_CELL - 1)) + "…";
  }

  /** Returns whether it has no rows. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  void print(Consumer<String> lines, boolean colours) {
    int[] widths = IntStream.range(0, headings.size()).map(this::width).toArray();
    List<Cell> head = headings.stream().map(Cell::of).toList();
    lines.accept(Tone.STRONG.applied(line(head, widths, false), colours));
    rows.forEach(row -> lines.accept(line(row, widths, colours)));
  }

  private String line(List<Cell> row, int[] widths, boolean colours) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      Cell cell = row.get(column);
      String space = " ".repeat(widths[column] - length(cell.text()));
      String text = cell.tone().applied(cell.text(), colours);
      boolean last = column == row.size() - 1;
      line.append(right.get(column) ? space + text : last ? text : text + space);
      line.append(last ? "" : GAP);
    }
    return line.toString();
  }

  private int width(int column) {
    int widest = length(headings.get(column));
    for (List<Cell> row : rows) {
      widest = Math.max(widest, length(row.get(column).text()));
    }
    return widest;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
