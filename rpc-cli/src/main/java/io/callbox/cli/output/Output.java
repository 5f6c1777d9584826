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
 * Where a command's words go, and in which form: tables and sentences for people, JSON for
 * programs. Belongs to one thread.
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
  private String colour = "auto";

  /** Whether programs read it. */
  public boolean isJson() {
    return json;
  }

  /** Whether it is coloured. */
  public boolean isColoured() {
    return switch (colour) {
      case "always" -> true;
      case "never" -> false;
      default -> !json && Terminal.isColoured();
    };
  }

  /** Whether a person sees what is written, as far as Java can tell. */
  public boolean isTerminal() {
    return Terminal.isThere();
  }

  /** Shows a value: as JSON, or as a table, or a sentence if the table has no rows. */
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

  /** Prints a value as JSON on one line, for whoever reads as it comes. */
  public void event(@Nullable Object value) {
    out().println(Visible.line(JsonValues.compact(value)));
    out().flush();
  }

  /** Says a sentence or more, to people only. */
  public void say(String text) {
    if (!json) {
      out().println(Visible.text(text));
      out().flush();
    }
  }

  /** Says something in a tone, to people only. */
  public void say(Tone tone, String text) {
    if (!json) {
      out().println(tone.applied(Visible.text(text), isColoured()));
      out().flush();
    }
  }

  /** Prints a text as it is: one that this program has made itself. */
  public void raw(String text) {
    out().print(text);
    out().flush();
  }

  /** Warns, where it does not get into what a program reads. */
  public void warn(String text) {
    PrintWriter err = line().getErr();
    err.println(Tone.WARNING.applied(Visible.text(text), isColoured()));
    err.flush();
  }

  /** Shows how far a long work is; on a terminal only. */
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
