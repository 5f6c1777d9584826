package io.callbox.cli.command;

import io.callbox.cli.output.Output;
import io.callbox.cli.output.ProgressLine;
import io.callbox.cli.output.Tone;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code callbox bench}. */
@Command(
    name = "bench",
    description = {
      "Call a method over and over, and show how long calls take.",
      "The next call of each caller begins when its last has ended."
    },
    footer = {"", "  callbox bench Arith.multiply a=7 b=8 --callers 16 --duration 5s"})
public final class BenchCommand implements Callable<Integer> {

  private static final int MOST_CALLERS = 1_000;

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();
  @Mixin private final CallTarget target = new CallTarget();

  @Option(
      names = "--callers",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many call at the same time; 1 by default.")
  private int callers;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      defaultValue = "5s",
      converter = Connection.Span.class,
      description = "How long; 5s by default.")
  private Duration duration = Duration.ofSeconds(5);

  @Option(
      names = "--warmup",
      paramLabel = "TIME",
      defaultValue = "1s",
      converter = Warmup.class,
      description = "How long to call before anything is counted; 1s by default, 0s for none.")
  private Duration warmup = Duration.ofSeconds(1);

  /** Reads a duration that may be zero. */
  static final class Warmup implements ITypeConverter<Duration> {

    private static final Pattern NONE = Pattern.compile("0(ms|s|m|h|d)?");

    @Override
    public Duration convert(String text) {
      return NONE.matcher(text).matches() ? Duration.ZERO : new Connection.Span().convert(text);
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (callers < 1 || callers > MOST_CALLERS) {
      throw Refusal.misuse("There are 1 to " + MOST_CALLERS + " callers.", "Say --callers N.");
    }
    try (connection) {
      RemoteCall call = target.call(connection);
      if (call.method().oneWay()) {
        throw Refusal.misuse(
            call.method() + " is one-way: nobody says when it has run.", "Choose another method.");
      }
      BenchRun run = new BenchRun(call, callers);
      try (ProgressLine progress = output.progress(call.method().fullName())) {
        run.run(warmup, duration, progress::at);
      }
      if (output.isJson()) {
        output.value(run.json());
      } else {
        run.text().forEach(each -> output.say(each));
        run.errors().forEach((status, count) -> output.say(Tone.BAD, "  " + status + ": " + count));
      }
      return run.errors().isEmpty() ? 0 : 1;
    }
  }
}
