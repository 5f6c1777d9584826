package io.callbox.processor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Lays out a class: indents its lines, and breaks long ones where code allows it. Writes a class's
 * simple name where it is mentioned, and notes the place: {@link ClassText} decides whether the
 * package goes before it. For one thread.
 */
public final class SourceWriter {

  private static final int LONGEST_LINE = 100;
  private static final String INDENT = "  ";

  /** A statement's further lines, and a line that was too long, are indented by this many more. */
  private static final int FURTHER = 2;

  /** What a mention takes more than its simple name: on average, some are written in full. */
  private static final int MENTION = 3;

  /** No statement has begun. */
  private static final int NONE = -1;

  private static final Modifier[] MODIFIERS = Modifier.values();

  /**
   * A place where a class is mentioned.
   *
   * @param type the class
   * @param at where its name begins
   */
  record Mention(ClassName type, int at) {}

  private final StringBuilder out = new StringBuilder(16_384);
  private final List<Mention> mentions = new ArrayList<>();
  private int column;
  private int indentation;
  private boolean lineBegins;
  private boolean javadoc;
  private int statementLines = NONE;

  /** Where a line can still be broken; {@link #NONE} if it cannot, or if that was decided. */
  private int breakAt = NONE;

  private int breakColumn;
  private int breakIndentation;
  private boolean breakIsBlank;

  /** What was written. */
  StringBuilder text() {
    return out;
  }

  /** The classes that were mentioned, in their order. */
  List<Mention> mentions() {
    return mentions;
  }

  void write(String text) {
    int done = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', done)) {
      writeInLine(text, done, end);
      endLine();
      done = end + 1;
    }
    writeInLine(text, done, text.length());
  }

  void write(ClassName type) {
    beginLine();
    int length = type.outermost().length() + type.nested().length();
    makeRoom(length + MENTION);
    mentions.add(new Mention(type, out.length()));
    out.append(type.outermost()).append(type.nested());
  }

  void write(Set<Modifier> modifiers) {
    for (Modifier modifier : MODIFIERS) {
      if (modifiers.contains(modifier)) {
        write(modifier.toString());
        write(" ");
      }
    }
  }

  void write(CodeBlock.Sign sign) {
    switch (sign) {
      case WRAP -> wrap();
      case INDENT -> indentation++;
      case UNINDENT -> indentation--;
      case BEGIN_STATEMENT -> statementLines = 0;
      case END_STATEMENT -> {
        if (statementLines > 0) {
          indentation -= FURTHER;
        }
        statementLines = NONE;
      }
    }
  }

  void writeJavadoc(CodeBlock said) {
    if (!said.isEmpty()) {
      write("/**\n");
      javadoc = true;
      said.writeTo(this);
      javadoc = false;
      write(" */\n");
    }
  }

  /** A blank, or a new line if what follows up to the next such place does not fit. */
  void wrap() {
    column++;
    mayBreak(true);
    out.append(' ');
  }

  /** Nothing, or a new line if what follows up to the next such place does not fit. */
  void wrapWithoutBlank() {
    mayBreak(false);
  }

  private void mayBreak(boolean isBlank) {
    breakAt = out.length();
    breakColumn = column;
    breakIndentation = indentation + FURTHER;
    breakIsBlank = isBlank;
  }

  private void writeInLine(String text, int from, int to) {
    if (to > from) {
      beginLine();
      makeRoom(to - from);
      out.append(text, from, to);
    }
  }

  private void beginLine() {
    if (lineBegins) {
      indent(indentation);
      if (javadoc) {
        out.append(" * ");
        column += 3;
      }
      lineBegins = false;
    }
  }

  private void indent(int times) {
    for (int time = 0; time < times; time++) {
      out.append(INDENT);
    }
    column += times * INDENT.length();
  }

  private void endLine() {
    if (javadoc && lineBegins) {
      indent(indentation);
      out.append(" *");
    }
    if (column > LONGEST_LINE) {
      breakLine();
    }
    breakAt = NONE;
    out.append('\n');
    column = 0;
    lineBegins = true;
    if (statementLines == 0) {
      indentation += FURTHER;
    }
    if (statementLines != NONE) {
      statementLines++;
    }
  }

  private void makeRoom(int length) {
    if (column + length > LONGEST_LINE) {
      breakLine();
    }
    column += length;
  }

  /** Breaks the line where it can be, if it can. */
  private void breakLine() {
    if (breakAt == NONE) {
      return;
    }
    String line = '\n' + INDENT.repeat(breakIndentation);
    int blank = breakIsBlank ? 1 : 0;
    out.replace(breakAt, breakAt + blank, line);
    moveMentions(line.length() - blank);
    column = line.length() - 1 + column - breakColumn;
    breakAt = NONE;
  }

  private void moveMentions(int by) {
    for (int last = mentions.size() - 1; last >= 0 && mentions.get(last).at() >= breakAt; last--) {
      Mention moved = mentions.get(last);
      mentions.set(last, new Mention(moved.type(), moved.at() + by));
    }
  }
}
