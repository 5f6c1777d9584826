package io.callbox.processor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * A piece of code. It is made of a format with arguments, in which
 *
 * <ul>
 *   <li>{@code $T} is a {@link TypeName}, which is imported if that can be;
 *   <li>{@code $S} is a text as a literal, with its quotes;
 *   <li>{@code $L} is another piece of code, or anything as its text;
 *   <li>{@code $W} is a blank, or a new line if the line would be too long;
 *   <li>{@code $>} and {@code $<} indent what follows more, and less.
 * </ul>
 */
public final class CodeBlock {

  /** What is no text. */
  enum Sign {
    WRAP,
    INDENT,
    UNINDENT,
    BEGIN_STATEMENT,
    END_STATEMENT
  }

  private static final CodeBlock EMPTY = new CodeBlock(List.of());

  /** Each a {@link String}, a {@link TypeName}, a {@link Sign} or a {@link CodeBlock}. */
  private final List<Object> parts;

  private CodeBlock(List<Object> parts) {
    this.parts = parts;
  }

  /** Code of this format. */
  public static CodeBlock of(String format, Object... arguments) {
    return format.isEmpty() ? EMPTY : builder().add(format, arguments).build();
  }

  /** Code that begins empty. */
  public static Builder builder() {
    return new Builder();
  }

  /** Many pieces of code, with what the format says between two of them. */
  public static CodeBlock join(List<CodeBlock> blocks, String separator) {
    Builder joined = builder();
    for (int at = 0; at < blocks.size(); at++) {
      joined.add(at == 0 ? "" : separator).add(blocks.get(at));
    }
    return joined.build();
  }

  /** The same of a stream. */
  public static Collector<CodeBlock, ?, CodeBlock> joining(String separator) {
    return Collectors.collectingAndThen(Collectors.toList(), all -> join(all, separator));
  }

  /** Whether there is none. */
  boolean isEmpty() {
    return parts.isEmpty();
  }

  void writeTo(SourceWriter out) {
    for (Object part : parts) {
      if (part instanceof String text) {
        out.write(text);
      } else if (part instanceof TypeName type) {
        type.writeTo(out);
      } else if (part instanceof CodeBlock block) {
        block.writeTo(out);
      } else {
        out.write((Sign) part);
      }
    }
  }

  /** Collects code. For one thread. */
  public static final class Builder {

    private final List<Object> parts = new ArrayList<>();

    private Builder() {}

    /** Adds code. */
    public Builder add(CodeBlock block) {
      if (!block.isEmpty()) {
        parts.add(block);
      }
      return this;
    }

    /** Adds code of this format. */
    public Builder add(String format, Object... arguments) {
      int used = 0;
      int done = 0;
      for (int at = format.indexOf('$'); at >= 0; at = format.indexOf('$', done)) {
        addText(format.substring(done, at));
        char letter = format.charAt(at + 1);
        switch (letter) {
          case 'L' -> addLiteral(arguments[used++]);
          case 'S' -> parts.add(Literals.quoted((String) arguments[used++]));
          case 'T' -> parts.add((TypeName) arguments[used++]);
          case 'W' -> parts.add(Sign.WRAP);
          case '>' -> parts.add(Sign.INDENT);
          case '<' -> parts.add(Sign.UNINDENT);
          default -> throw new IllegalArgumentException("$" + letter + " in " + format);
        }
        done = at + 2;
      }
      addText(format.substring(done));
      if (used != arguments.length) {
        throw new IllegalArgumentException(arguments.length + " arguments for " + format);
      }
      return this;
    }

    private void addText(String text) {
      if (!text.isEmpty()) {
        parts.add(text);
      }
    }

    private void addLiteral(Object argument) {
      if (argument instanceof CodeBlock block) {
        add(block);
      } else {
        addText(String.valueOf(argument));
      }
    }

    /** Adds a statement, whose further lines are indented. */
    public Builder addStatement(String format, Object... arguments) {
      parts.add(Sign.BEGIN_STATEMENT);
      add(format, arguments);
      return endStatement();
    }

    /** Adds a statement, whose further lines are indented. */
    public Builder addStatement(CodeBlock statement) {
      parts.add(Sign.BEGIN_STATEMENT);
      add(statement);
      return endStatement();
    }

    private Builder endStatement() {
      parts.add(";\n");
      parts.add(Sign.END_STATEMENT);
      return this;
    }

    /** Opens a block: {@code if ($L)}, {@code try}. */
    public Builder beginControlFlow(String format, Object... arguments) {
      add(format, arguments);
      parts.add(" {\n");
      parts.add(Sign.INDENT);
      return this;
    }

    /** Closes a block, and opens the next on the same line: {@code catch ($T refusal)}. */
    public Builder nextControlFlow(String format, Object... arguments) {
      parts.add(Sign.UNINDENT);
      parts.add("} ");
      return beginControlFlow(format, arguments);
    }

    /** Closes a block. */
    public Builder endControlFlow() {
      parts.add(Sign.UNINDENT);
      parts.add("}\n");
      return this;
    }

    /** What was added. */
    public CodeBlock build() {
      return parts.isEmpty() ? EMPTY : new CodeBlock(List.copyOf(parts));
    }
  }
}
