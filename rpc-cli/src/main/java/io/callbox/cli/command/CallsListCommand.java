package io.callbox.cli.command;

import io.callbox.cli.output.Output;
import io.callbox.cli.output.Spans;
import io.callbox.cli.output.Table;
import io.callbox.cli.output.Table.Cell;
import io.callbox.cli.output.Tone;
import io.callbox.durable.CallFilter;
import io.callbox.durable.SubmittedCall;
import io.callbox.durable.SubmittedCalls;
import io.callbox.rpc.CallStatus.Progress;
import io.callbox.rpc.CallStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callbox calls ls}. */
@Command(name = "ls", description = "List durable calls, the latest first.")
final class CallsListCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();

  @Mixin private final Limit limit = new Limit();

  @Parameters(paramLabel = "SERVICE", description = "The service.")
  private String service = "";

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "In this state only: ${COMPLETION-CANDIDATES}.")
  private @Nullable State state;

  @Option(
      names = "--method",
      paramLabel = "M",
      converter = Condition.class,
      description = "Of this method, by its whole name; * stands for any text.")
  private @Nullable String method;

  @Override
  public Integer call() {
    int most = limit.value();
    CallFilter filter = filter();
    try (connection) {
      SubmittedCalls all = connection.node().submittedCalls(service);
      List<SubmittedCall> calls = all.list(filter, most);
      if (calls.isEmpty() && all.ids(0, 1).isEmpty()) {
        new Known(connection).service(service, null);
      }
      output.show(
          calls.stream().map(CallsShowCommand::json).toList(),
          () -> table(calls),
          "There is no such call.");
      return 0;
    }
  }

  private CallFilter filter() {
    try {
      CallFilter filter = CallFilter.ALL.ofService(service);
      filter = method == null ? filter : filter.ofMethod(method);
      return state == null ? filter : filter.inState(state);
    } catch (IllegalArgumentException tooLong) {
      throw Refusal.misuse(String.valueOf(tooLong.getMessage()), "A part of it will do, with *.");
    }
  }

  private static Table table(List<SubmittedCall> calls) {
    Table table = new Table("ID", "METHOD", "STATE", ">TRIES", ">SUBMITTED", "PROGRESS");
    for (SubmittedCall call : calls) {
      table.add(
          call.id(),
          call.method(),
          new Cell(call.state().name(), tone(call.state())),
          call.attempts(),
          Spans.of(Duration.between(call.times().submitted(), Instant.now()).abs()) + " ago",
          progress(call.progress()));
    }
    return table;
  }

  private static Tone tone(State state) {
    return switch (state) {
      case COMPLETED -> Tone.GOOD;
      case FAILED -> Tone.BAD;
      case CANCELLED -> Tone.FAINT;
      default -> Tone.PLAIN;
    };
  }

  private static String progress(@Nullable Progress progress) {
    if (progress == null) {
      return "";
    }
    String total = progress.total() == 0 ? "" : "/" + progress.total();
    return progress.done() + total + ' ' + progress.text();
  }
}
