package io.callbox.cli.output;

import io.callbox.cli.json.JsonValues;
import java.io.PrintWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Prints the output of a command: tables and sentences for people, JSON for programs. Belongs to
 * one thread.
 */
public final class Output {

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec command;

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  @Option(
      names = "--color",
      paramLabel = "auto|always|never",
      defaultValue = "auto",
      description =
          "Colour the output: auto (on a terminal, unless NO_COLOR is set), always, never.")
  private Colour colour = Colour.AUTO;

  private enum Colour {
    AUTO,
    ALWAYS,
    NEVER
  }

  /** Returns whether the output is JSON for programs. */
  public boolean isJson() {
    return json;
  }

  /** Returns whether the output has colours. */
  public boolean isColoured() {
    return colour == Colour.AUTO ? !json && Terminal.isColoured() : colour == Colour.ALWAYS;
  }

  /** Returns whether the standard error of a command has colours, by its {@code --color}. */
  public static boolean errorsAreColoured(CommandLine line) {
    return line.getMixins().values().stream()
        .filter(Output.class::isInstance)
        .map(each -> ((Output) each).colour)
        .filter(each -> each != Colour.AUTO)
        .findAny()
        .map(Colour.ALWAYS::equals)
        .orElseGet(Terminal::isColoured);
  }

  /** Returns whether the output goes to a terminal, as far as Java can tell. */
  public boolean isTerminal() {
    return Terminal.isThere();
  }

  /**
   * Returns whether a program or a person still reads the output: false once a pipe was closed at
   * its other end.
   */
  public boolean isRead() {
    return !out().checkError();
  }

  /** Prints a value as JSON or as a table; prints a sentence if the table has no rows. */
  public void show(@Nullable Object value, Supplier<Table> table, String ifEmpty) {
    if (json) {
      value(value);
      return;
    }
    Table rows = table.get();
    if (rows.isEmpty()) {
      say(ifEmpty);
    } else {
      table(rows);
    }
  }

  /** Prints a table. */
  public void table(Table table) {
    table.print(out()::println, isColoured());
    out().flush();
  }

  /** Prints a value as JSON, over several lines. */
  public void value(@Nullable Object value) {
    out().println(Visible.text(JsonValues.pretty(value)));
    out().flush();
  }

  /** Prints a value as JSON on one line, for programs that read each line as it comes. */
  public void event(@Nullable Object value) {
    out().println(Visible.line(JsonValues.compact(value)));
    out().flush();
  }

  /** Prints a sentence or more, for people only. */
  public void say(String text) {
    if (!json) {
      out().println(Visible.text(text));
      out().flush();
    }
  }

  /** Prints a text in a tone, for people only. */
  public void say(Tone tone, String text) {
    if (!json) {
      out().println(tone.applied(Visible.text(text), isColoured()));
      out().flush();
    }
  }

  /** Prints a text unescaped; only for text that this program has made itself. */
  public void raw(String text) {
    out().print(text);
    out().flush();
  }

  /** Prints a warning to standard error, which a program does not read as output. */
  public void warn(String text) {
    PrintWriter err = line().getErr();
    err.println(Tone.WARNING.applied(Visible.text(text), errorsAreColoured(line())));
    err.flush();
  }

  /** Shows the progress of long work, on a terminal only. */
  public ProgressLine progress(String what) {
    return new ProgressLine(what, line().getErr(), isTerminal() && !json);
  }

  private PrintWriter out() {
    return line().getOut();
  }

  private CommandLine line() {
    return command.commandLine();
  }
}
