package io.callbox.transport.redisson;

import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redisson.client.protocol.RedisCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pushes large responses, and releases the requests that they answer, with plain commands in one
 * transaction. Lua would copy and hash each byte of a response and of its request, which takes
 * longer than all else that Redis does for the call.
 *
 * <p>In contrast to the script, it also pushes the response to a request that nobody holds any
 * more; its caller drops what it does not wait for. If a transaction fails, or its answer is lost,
 * the script runs, and for a while there are no others. The script finds out whether the requests
 * are still held, and thus whether the transaction has run. A user of Redis without the rights for
 * transactions always needs the script; the first transaction then runs as separate commands. Safe
 * for use by many threads.
 */
final class ReplyTransaction {

  private static final Logger LOG = LoggerFactory.getLogger(ReplyTransaction.class);

  /** In bytes, of a request and its response: the least for which this pays. */
  private static final int LARGE = 32 << 10;

  /** Nobody reads a longer list: the oldest go, as with the script. */
  private static final int MOST_REPLIES = 100_000;

  private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();
  private static final Pattern NONE = Pattern.compile("NOPERM|without MULTI|unknown command");

  private static final RedisCommand<Object> LPUSH = new RedisCommand<>("LPUSH");
  private static final RedisCommand<Object> LTRIM = new RedisCommand<>("LTRIM");
  private static final RedisCommand<Object> PEXPIRE = new RedisCommand<>("PEXPIRE");
  private static final RedisCommand<Object> LREM = new RedisCommand<>("LREM");

  private final Scripts scripts;

  /** The user, or the server, has no transactions. */
  private volatile boolean refused;

  /** The time until which there are none, because one has failed. */
  private volatile long pauseEnd = System.nanoTime();

  ReplyTransaction(Scripts scripts) {
    this.scripts = scripts;
  }

  /**
   * Pushes responses to requests that are held.
   *
   * @return how many were pushed; null if nothing was sent, because they are too small, or there is
   *     no connection now
   */
  @Nullable CompletableFuture<Integer> reply(
      QueueName replies, List<ReplyMessage> answers, Duration keep) {
    if (refused || System.nanoTime() - pauseEnd < 0 || !areLarge(answers)) {
      return null;
    }
    CompletableFuture<List<Object>> done =
        scripts.together(replies, commands(replies, answers, keep));
    return done == null ? null : done.thenApply(all -> answers.size());
  }

  /** Notes that a transaction has failed. */
  void failed(Throwable failure) {
    String message = String.valueOf(RedisFailure.unwrapped(failure).getMessage());
    pauseEnd = System.nanoTime() + PAUSE_NANOS;
    if (!refused && NONE.matcher(message).find()) {
      refused = true;
      LOG.info("Redis does not let this user use MULTI and EXEC: large replies need scripts");
    }
  }

  private static boolean areLarge(List<ReplyMessage> answers) {
    for (ReplyMessage answer : answers) {
      Delivery request = answer.request();
      int bytes = answer.response().length + request.message().length;
      if (bytes < LARGE || request.taken() == null) {
        return false;
      }
    }
    return true;
  }

  /** A new list has no expiry yet; that of an old one is only extended. */
  private static List<Scripts.Command> commands(
      QueueName replies, List<ReplyMessage> answers, Duration keep) {
    Object[] push = new Object[answers.size() + 1];
    push[0] = replies.key();
    for (int at = 0; at < answers.size(); at++) {
      push[at + 1] = answers.get(at).response();
    }
    List<Scripts.Command> commands = new ArrayList<>();
    commands.add(new Scripts.Command(LPUSH, push));
    commands.add(new Scripts.Command(LTRIM, replies.key(), 0, MOST_REPLIES - 1));
    commands.add(new Scripts.Command(PEXPIRE, replies.key(), keep.toMillis(), "NX"));
    commands.add(new Scripts.Command(PEXPIRE, replies.key(), keep.toMillis(), "GT"));
    for (ReplyMessage answer : answers) {
      Delivery request = answer.request();
      QueueName taken = request.taken();
      if (taken != null) {
        commands.add(new Scripts.Command(LREM, taken.key(), -1, request.message()));
      }
    }
    return commands;
  }
}
