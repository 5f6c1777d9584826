package io.callbox.internal.redisson.failure;

import io.callbox.internal.failure.StageFailure;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.QueueName;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redisson.RedissonShutdownException;
import org.redisson.client.RedisConnectionException;
import org.redisson.client.RedisException;
import org.redisson.client.RedisOutOfMemoryException;
import org.redisson.client.RedisTimeoutException;

/**
 * Translates the failure of a command into a failure for the caller. Redisson quotes commands,
 * which contain the messages of users and their reply lists. The translation leaves these out, also
 * in causes.
 */
public final class RedisFailure {

  private static final Pattern COMMAND =
      Pattern.compile(
          "[.,]*(?:\\s+for)?\\s*(?:channel: \\[|command: \\(|data: CommandData).*", Pattern.DOTALL);

  private static final Pattern PASSING =
      Pattern.compile("-(?:READONLY|NOREPLICAS|MISCONF|MASTERDOWN|CLUSTERDOWN) ");

  /** The reason if a client of a single server meets a Redis Cluster, which it cannot follow. */
  private static final String CLUSTER =
      "; this is a server of a Redis Cluster: make a Redisson client with useClusterServers, and"
          + " give it to the node with redisson(client)";

  private static final int MAX_CAUSES = 10;

  private RedisFailure() {}

  public static RpcException of(QueueName queue, Throwable failure) {
    if (unwrapped(failure) instanceof RpcException refused) {
      return refused;
    }
    Throwable cause = withoutCommand(unwrapped(failure));
    if (cause instanceof RedissonShutdownException) {
      String message = "the node's Redis client was shut down, with or without the node";
      return new RpcException(StatusCode.UNAVAILABLE, Executed.UNKNOWN, message, cause);
    }
    String text = said(cause);
    if (text.contains("when used memory > 'maxmemory'")) {
      return full(queue, cause);
    }
    if (isForbidden(text)) {
      String message = "Redis does not let this user do that on " + queue + ": " + text;
      return new RpcException(StatusCode.PERMISSION_DENIED, Executed.NO, message, cause);
    }
    String advice = text.startsWith("MOVED") ? CLUSTER : "";
    String message = "Redis failed on " + queue + ": " + text + advice;
    return isFinal(text)
        ? new RpcException(StatusCode.INTERNAL, Executed.NO, message, cause)
        : new RpcException(StatusCode.UNAVAILABLE, Executed.UNKNOWN, message, cause);
  }

  /** Makes the failure of a command that is not sent, because the transport is closed. */
  public static RpcException closed() {
    return new RpcException(StatusCode.CANCELLED, "the node is closed");
  }

  /**
   * Returns whether a failure is the right server's answer to a command, so that another attempt
   * would fail in the same way.
   */
  public static boolean isAnswer(Throwable failure) {
    return failure.getClass() == RedisException.class
        || failure instanceof RedisOutOfMemoryException;
  }

  /**
   * Returns whether there was no answer. If a server answers, even with an error, its connection
   * works.
   */
  public static boolean isCut(Throwable thrown) {
    Throwable failure = unwrapped(thrown);
    return !(failure instanceof RedisException)
        || failure instanceof RedisTimeoutException
        || failure instanceof RedisConnectionException;
  }

  /**
   * Returns whether the user lacks a right. The scripts decide before they write: if a user lacks
   * the right for a part of a script, the script has written nothing.
   */
  private static boolean isForbidden(String text) {
    return text.startsWith("NOPERM") || text.contains("The user executing the script can't");
  }

  /** Returns whether Redis refused a command because of the user's rights, or does not know it. */
  public static boolean isRefusedCommand(Throwable failure) {
    String text = said(unwrapped(failure));
    return isForbidden(text) || text.startsWith("ERR unknown command");
  }

  /**
   * Returns whether a failure is final. A key of another type, or a script error, is not an outage:
   * the command will fail again. Before Redis 7, a script also fails with a script error if Redis
   * accepts no writes for now.
   */
  private static boolean isFinal(String text) {
    return text.startsWith("WRONGTYPE")
        || (text.startsWith("ERR") && text.contains("@user_script") && !refusesWrites(text));
  }

  private static boolean refusesWrites(String text) {
    return PASSING.matcher(text).find();
  }

  /**
   * Makes the failure for a full Redis. It refuses a write command, or a script before its first
   * write, so it has written nothing.
   */
  private static RpcException full(QueueName queue, Throwable cause) {
    RpcException.Details details =
        new RpcException.Details(StatusCode.RESOURCE_EXHAUSTED, Executed.NO, true, null, null);
    return new RpcException(
        details, "Redis has used up its maxmemory, nothing goes into " + queue, cause);
  }

  /** Returns the words of a server, without the command. */
  public static String words(Throwable failure) {
    return withoutCommand(said(unwrapped(failure)));
  }

  private static String withoutCommand(String text) {
    return COMMAND.matcher(text).replaceFirst("");
  }

  /** Returns the message of a failure, or its name if it has none. */
  public static String said(Throwable cause) {
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  /**
   * Returns the same failure, or, if it quotes a command, a failure with the same meaning without
   * the command.
   */
  public static Throwable withoutCommand(Throwable failure) {
    return withoutCommand(failure, MAX_CAUSES);
  }

  private static Throwable withoutCommand(Throwable failure, int depth) {
    String text = said(failure);
    String shorter = withoutCommand(text);
    @Nullable Throwable cause = depth == 0 ? null : failure.getCause();
    @Nullable Throwable inner = cause == null ? null : withoutCommand(cause, depth - 1);
    if (shorter.equals(text) && inner == failure.getCause()) {
      return failure;
    }
    RedisException retold = new RedisException(shorter, inner);
    retold.setStackTrace(failure.getStackTrace());
    return retold;
  }

  /** Returns the cause of a failed wait or stage. */
  public static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure instanceof ExecutionException ? failure.getCause() : null;
    return cause == null ? StageFailure.cause(failure) : cause;
  }
}
