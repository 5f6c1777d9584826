package io.callbox.internal.redisson.broker;

import io.callbox.internal.redisson.failure.RedisFailure;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.QueueName;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redisson.client.protocol.RedisCommand;

/**
 * Checks at the start whether this Redis user has the rights that a node needs. It tries commands
 * so that they have no effect: with a timeout that Redis refuses after the check of the rights, or
 * on the node's own keys.
 */
public final class Rights {

  private static final long BOUND_SECONDS = 3;
  private static final Pattern COMMAND = Pattern.compile("run the '([^']{1,60})' command");
  private static final Pattern CHANNEL = Pattern.compile("access (a|one of the) channel");
  private static final String NEVER = "-1";

  private Rights() {}

  /** A command that does nothing. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Attempt(QueueName key, RedisCommand<Object> command, Object... parameters) {}

  /** Reads the card of this node. */
  public static Attempt mget(QueueName card) {
    return new Attempt(card, new RedisCommand<>("MGET"), card.key());
  }

  public static Attempt blmpop(QueueName queue) {
    return new Attempt(
        queue, new RedisCommand<>("BLMPOP"), NEVER, 1, queue.key(), "RIGHT", "COUNT", 1);
  }

  /**
   * Moves an element from a list into itself, so it would change nothing even if Redis executed it.
   */
  public static Attempt blmove(QueueName taken) {
    return new Attempt(
        taken, new RedisCommand<>("BLMOVE"), taken.key(), taken.key(), "RIGHT", "RIGHT", NEVER);
  }

  /**
   * Tries a command. Ignores a Redis that does not answer, because other commands report it.
   *
   * @throws RpcException {@code PERMISSION_DENIED} if this user may not run it
   */
  public static void check(Scripts scripts, Attempt attempt) {
    await(attempt.key, scripts.attempt(attempt.key.key(), attempt.command, attempt.parameters));
  }

  /**
   * Waits for the answer to a command.
   *
   * @throws RpcException {@code PERMISSION_DENIED} if this user may not run it
   */
  static void await(QueueName key, CompletionStage<?> answer) {
    try {
      answer.toCompletableFuture().get(BOUND_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failure) {
      checkDenied(key, failure);
    } catch (TimeoutException silent) {
      return;
    }
  }

  /**
   * Reports the missing right, if this is the reason why a command failed.
   *
   * @throws RpcException {@code PERMISSION_DENIED} if so
   */
  static void checkDenied(QueueName key, Throwable failure) {
    RpcException said = RedisFailure.of(key, failure);
    if (said.code() == StatusCode.PERMISSION_DENIED) {
      throw denied(key, String.valueOf(said.getMessage()));
    }
  }

  private static String right(QueueName key, String said) {
    Matcher command = COMMAND.matcher(said);
    if (command.find()) {
      return "run " + named(command.group(1));
    }
    return CHANNEL.matcher(said).find()
        ? "PUBLISH to " + key
        : "do what a node needs (" + said + ")";
  }

  private static RpcException denied(QueueName key, String said) {
    return new RpcException(
        StatusCode.PERMISSION_DENIED,
        Executed.NO,
        "the node cannot work, as its user of Redis may not "
            + right(key, said)
            + ": give the user the rules of docs/security.md, which 'callbox acl' prints");
  }

  /**
   * Makes the failure of a subscription that Redis has refused. Redisson does not notice the
   * refusal, and waits in vain.
   */
  static RpcException unsubscribed(QueueName channel, Throwable waited) {
    return new RpcException(
        StatusCode.UNAVAILABLE,
        Executed.NO,
        "Redis does not let this node SUBSCRIBE to "
            + channel
            + ": if its user has rules, give it those of docs/security.md, which 'callbox acl'"
            + " prints",
        waited);
  }

  private static String named(String command) {
    return command.replace('|', ' ').toUpperCase(Locale.ROOT);
  }
}
