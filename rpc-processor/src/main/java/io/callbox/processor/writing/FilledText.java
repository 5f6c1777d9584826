package io.callbox.processor.writing;

/**
 * Lines of code of which long ones continue on the next line, where and as JavaPoet would continue
 * them: at the last of the places marked for it that is not too far to the right. For one thread.
 */
final class FilledText {

  /** A space where a line may end. */
  static final char SPACE = '\u001e';

  /** Nothing, where a line may end. */
  static final char NOTHING = '\u001f';

  private static final int MOST_COLUMNS = 100;
  private static final String INDENTATION = "  ";
  private static final int CONTINUATION = 4;
  private static final int FIRST_LENGTH = 4_096;

  private final StringBuilder text = new StringBuilder(FIRST_LENGTH);
  private final int depth;

  /** Text within so many braces. */
  FilledText(int depth) {
    this.depth = depth;
  }

  /** Adds whole lines, within so many braces more. */
  void add(int more, String lines) {
    int nextBreak = nextBreak(lines, 0);
    int end;
    for (int from = 0; from < lines.length(); from = end + 1) {
      end = lines.indexOf('\n', from);
      if (from < end) {
        text.append(INDENTATION.repeat(depth + more));
        if (nextBreak < end) {
          fill(lines.substring(from, end), (depth + more) * INDENTATION.length());
          nextBreak = nextBreak(lines, end);
        } else {
          text.append(lines, from, end);
        }
      }
      text.append('\n');
    }
  }

  private void fill(String line, int margin) {
    int begin = margin + leadingSpaces(line) + CONTINUATION;
    int end = nextBreak(line, 0);
    text.append(line, 0, end);
    int column = margin + end;
    while (end < line.length()) {
      int from = end + 1;
      int space = line.charAt(end) == SPACE ? 1 : 0;
      end = nextBreak(line, from);
      int width = end - from;
      if (column + space + width > MOST_COLUMNS) {
        text.append('\n').append(" ".repeat(begin));
        column = begin + width;
      } else {
        text.append(" ".repeat(space));
        column += space + width;
      }
      text.append(line, from, end);
    }
  }

  /** The next place where a line may end, or the end. */
  private static int nextBreak(String lines, int from) {
    int space = lines.indexOf(SPACE, from);
    int nothing = lines.indexOf(NOTHING, from);
    int last = lines.length();
    return Math.min(space < 0 ? last : space, nothing < 0 ? last : nothing);
  }

  private static int leadingSpaces(String line) {
    int number = 0;
    while (line.charAt(number) == ' ') {
      number++;
    }
    return number;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  int length() {
    return text.length();
  }

  void appendTo(StringBuilder all) {
    all.append(text);
  }
}
