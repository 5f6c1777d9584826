package io.callbox.cli.command;

import io.callbox.cli.json.JsonValues;
import io.callbox.cli.output.Output;
import io.callbox.deadletter.BulkResult;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports the numbers of dead letters that a command has handled and has not handled. */
final class BulkReport {

  private final Output output;
  private final BulkResult result;
  private final boolean stopped;

  /**
   * Creates a report.
   *
   * @param stopped whether the command was interrupted
   */
  BulkReport(Output output, BulkResult result, boolean stopped) {
    this.output = output;
    this.result = result;
    this.stopped = stopped;
  }

  /**
   * Prints it.
   *
   * @param done a word for the action, for people
   * @param why the reason why some stay if the command was not ended early
   * @return the exit code of the command
   * @throws io.callbox.rpc.RpcException the failure that ended the command early, after everything
   *     is printed
   */
  int print(String done, String why) {
    boolean early = stopped || result.failure() != null;
    if (output.isJson()) {
      output.value(json());
    } else {
      output.say(result.done() + " of " + result.seen() + ' ' + done);
      warn(result.left(), early ? "stay on the list." : why);
      warn(result.unknown(), "may be done or not: callbox dead ls shows which are still there.");
      warn(early ? result.unseen() : 0, "were not looked at.");
    }
    result.orThrow();
    return stopped ? InterruptibleProgress.INTERRUPTED : result.left() == 0 ? 0 : 1;
  }

  private void warn(int number, String what) {
    if (number > 0) {
      output.warn(number + " " + what);
    }
  }

  private Map<String, @Nullable Object> json() {
    return JsonValues.object(
        "done", result.done(),
        "left", result.left(),
        "unknown", result.unknown(),
        "unseen", result.unseen(),
        "seen", result.seen());
  }
}
