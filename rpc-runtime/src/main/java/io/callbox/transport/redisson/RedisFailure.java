package io.callbox.transport.redisson;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.QueueName;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What the failure of a command on a queue means to a caller. */
final class RedisFailure {

  private RedisFailure() {}

  static RpcException of(QueueName queue, Throwable failure) {
    Throwable cause = cause(failure);
    String text = String.valueOf(cause.getMessage());
    if (text.contains("when used memory > 'maxmemory'")) {
      return full(queue, cause);
    }
    // A key of another type is no outage: the same command will fail again
    StatusCode status = text.contains("WRONGTYPE") ? StatusCode.INTERNAL : StatusCode.UNAVAILABLE;
    String said = cause.getMessage() == null ? cause.toString() : withoutCommand(text);
    return new RpcException(
        status, Executed.UNKNOWN, "Redis failed on " + queue + ": " + said, cause);
  }

  /** Redis refuses a command that writes, or a script before its first write: nothing was done. */
  private static RpcException full(QueueName queue, Throwable cause) {
    RpcException.Details details =
        new RpcException.Details(StatusCode.RESOURCE_EXHAUSTED, Executed.NO, true, null, null);
    return new RpcException(
        details, "Redis has used up its maxmemory, nothing goes into " + queue, cause);
  }

  /** Redisson quotes the command, and with it what users send to each other. */
  private static String withoutCommand(String text) {
    return text.replaceFirst("\\.*\\s*channel: \\[(?s:.*)", "");
  }

  private static Throwable cause(Throwable failure) {
    boolean wrapped =
        failure instanceof CompletionException || failure instanceof ExecutionException;
    Throwable cause = failure.getCause();
    return wrapped && cause != null ? cause : failure;
  }
}
