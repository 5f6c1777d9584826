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
    String said = cause.getMessage() == null ? cause.toString() : withoutCommand(text);
    if (isForbidden(text)) {
      String message = "Redis does not let this user do that on " + queue + ": " + said;
      return new RpcException(StatusCode.PERMISSION_DENIED, Executed.NO, message, cause);
    }
    String message = "Redis failed on " + queue + ": " + said;
    return isFinal(text)
        ? new RpcException(StatusCode.INTERNAL, Executed.NO, message, cause)
        : new RpcException(StatusCode.UNAVAILABLE, Executed.UNKNOWN, message, cause);
  }

  /** The scripts decide before they write: who may not do a part of one has done nothing. */
  private static boolean isForbidden(String text) {
    return text.startsWith("NOPERM") || text.contains("The user executing the script can't");
  }

  /** A key of another type, or a script that breaks, is no outage: it will fail again. */
  private static boolean isFinal(String text) {
    return text.startsWith("WRONGTYPE")
        || (text.startsWith("ERR") && text.contains("@user_script"));
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
