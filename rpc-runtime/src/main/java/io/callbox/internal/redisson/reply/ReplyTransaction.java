package io.callbox.internal.redisson.reply;

import io.callbox.internal.redisson.connection.ScriptForm;
import io.callbox.internal.redisson.connection.Transactions;
import io.callbox.internal.redisson.script.LuaScript;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.redisson.client.protocol.RedisCommand;

/**
 * Pushes a large response and acknowledges its request in one transaction. It has the same effect
 * as {@link LuaScript#REPLY}, but neither message becomes a string of Lua, which costs more than
 * all else that Redis does for a call.
 *
 * <p>{@code LINSERT} finds the request by all of its bytes and puts a mark beside it. {@code LPUSH}
 * puts the response. A script then looks for the mark: it removes the request, or takes the
 * response back if the request is not held any more. No other program sees the steps in between.
 */
final class ReplyTransaction {

  private static final RedisCommand<?> SCRIPT_LOAD = new RedisCommand<>("SCRIPT", "LOAD");
  private static final RedisCommand<?> LINSERT = new RedisCommand<>("LINSERT");
  private static final RedisCommand<?> LPUSH = new RedisCommand<>("LPUSH");
  private static final RedisCommand<?> EVALSHA = new RedisCommand<>("EVALSHA");

  private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();

  private final Scripts scripts;

  /** The time until which there are no transactions, because one has failed. */
  private volatile long pauseEnd = System.nanoTime();

  ReplyTransaction(Scripts scripts) {
    this.scripts = scripts;
  }

  /**
   * Pushes one response. The script is loaded in the same transaction, because Redis may have
   * forgotten it, and then the mark would remain.
   *
   * @return the number of pushed responses: 0 if the request is not held any more; null if no
   *     transaction is possible now, and nothing was sent
   */
  @Nullable CompletableFuture<Integer> put(
      QueueName queue, QueueName taken, ReplyMessage answer, Duration keep) {
    Transactions transactions = scripts.transactions(queue);
    if (transactions == null || System.nanoTime() - pauseEnd < 0) {
      return null;
    }
    ScriptForm script = LuaScript.RELEASE_MARKED.form();
    List<String> keys = List.of(queue.key(), taken.key());
    byte[] request = answer.request().message();
    byte[] mark = newMark();
    CompletableFuture<List<Object>> answers =
        transactions.send(
            List.of(
                new Transactions.Command(SCRIPT_LOAD, script.text()),
                new Transactions.Command(LINSERT, taken.key(), "AFTER", request, mark),
                new Transactions.Command(LPUSH, queue.key(), answer.element()),
                new Transactions.Command(
                    EVALSHA, script.parameters(keys, Scripts.millis(keep), mark))));
    if (answers == null) {
      return null;
    }
    scripts.count();
    return answers
        .thenApply(all -> ((Long) all.get(all.size() - 1)).intValue())
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                pauseEnd = System.nanoTime() + PAUSE_NANOS;
              }
            });
  }

  /**
   * Makes a mark. No program can guess it, so no message has the same bytes. Each transaction has
   * its own, so a mark that remains does not lead another transaction to a wrong request.
   */
  private static byte[] newMark() {
    return Scripts.text("#" + UUID.randomUUID());
  }
}
