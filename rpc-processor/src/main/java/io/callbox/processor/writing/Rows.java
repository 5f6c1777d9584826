package io.callbox.processor.writing;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of members that are text in one file. JavaPoet copies, checks and looks up each part of
 * a member, which for those that there are for each method of a contract was half of the rendering.
 * So it has one member that stands for a row of them. For one thread.
 */
public final class Rows {

  private final List<Row> rows = new ArrayList<>();

  Rows() {}

  /** A new row, in the class itself. */
  Row begin() {
    return begin(0);
  }

  /** A new row in a class that is this deep in others. */
  Row begin(int depth) {
    Row row = new Row(rows.size(), depth);
    rows.add(row);
    return row;
  }

  /** What JavaPoet wrote, with the rows in place of the members that stand for them. */
  String in(String written) {
    StringBuilder all = new StringBuilder(written.length() + length());
    int done = 0;
    for (int at = written.indexOf(Row.BEGIN); at >= 0; at = written.indexOf(Row.BEGIN, done)) {
      Row row = rows.get(Integer.parseInt(written, at + 1, written.indexOf(' ', at), 10));
      all.append(written, done, written.lastIndexOf('\n', at) + 1);
      row.appendTo(all);
      done = at;
      for (int line = 0; line < row.linesOfStandIn(); line++) {
        done = written.indexOf('\n', done) + 1;
      }
    }
    return all.append(written, done, written.length()).toString();
  }

  private int length() {
    return rows.stream().mapToInt(Row::length).sum();
  }
}
