package io.callbox.cli.command;

import io.callbox.cli.json.JsonValues;
import io.callbox.cli.output.Output;
import io.callbox.cli.output.Tone;
import io.callbox.deadletter.DeadLetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callbox dead show}. */
@Command(name = "show", description = "Show a request that was given up on, and why.")
final class DeadShowCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();
  @Mixin private final DeadQueue queue = new DeadQueue();

  @Parameters(index = "1", paramLabel = "ID", description = "As 'callbox dead ls' shows it.")
  private String id = "";

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Save the request to a new file, instead of showing it.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    try (connection) {
      DeadLetter letter = queue.letters(connection).find(id).orElseThrow(() -> gone(connection));
      if (file != null) {
        Files.writeString(file, letter.request(), StandardOpenOption.CREATE_NEW);
      }
      Map<String, @Nullable Object> json = DeadLetterView.json(letter);
      if (output.isJson()) {
        output.value(json);
        return 0;
      }
      json.remove("request");
      json.forEach((name, value) -> output.say("%-13s %s".formatted(name, shown(value))));
      output.say("");
      output.say(file == null ? request(letter) : "request saved to " + file);
      output.say("");
      String allowed = letter.mayHaveRun() ? " --may-have-run" : "";
      output.say(Tone.FAINT, "callbox dead replay " + queue.words() + ' ' + id + allowed);
      return 0;
    }
  }

  private static String shown(@Nullable Object value) {
    String text = value instanceof Map ? JsonValues.compact(value) : String.valueOf(value);
    return Excerpt.of(text, "--json has all of them");
  }

  private static String request(DeadLetter letter) {
    String text = JsonValues.pretty(DeadLetterView.request(letter));
    return Excerpt.of(text, "--to FILE saves the request");
  }

  private Refusal gone(Connection connection) {
    return Refusal.no(
        "There is no dead letter '" + id + "': it was never there, or was replayed or dropped.",
        queue.advice(connection));
  }
}
