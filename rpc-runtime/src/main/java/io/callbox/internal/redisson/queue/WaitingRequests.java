package io.callbox.internal.redisson.queue;

import static io.callbox.internal.redisson.script.Answers.translated;

import io.callbox.internal.redisson.failure.ClusterChange;
import io.callbox.internal.redisson.failure.RedisFailure;
import io.callbox.internal.redisson.failure.Slots;
import io.callbox.internal.redisson.script.KeptTimes;
import io.callbox.internal.redisson.script.LuaScript;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Element;
import io.callbox.transport.QueueName;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.redisson.client.RedisNodeNotFoundException;

/**
 * Requests that wait in a queue: reads, withdraws, replaces and moves them. Safe for many threads.
 */
public final class WaitingRequests {

  /** The maximum number of requests that are searched for one: the search is linear. */
  private static final int SEARCHED = 10_000;

  private static final byte[] NOTHING = {};

  private final Scripts scripts;
  private final Slots slots;

  public WaitingRequests(Scripts scripts, Slots slots) {
    this.scripts = scripts;
    this.slots = slots;
  }

  public CompletionStage<Boolean> withdraw(QueueName queue, byte[] message) {
    CompletionStage<Long> removed =
        scripts.number(
            LuaScript.WITHDRAW, List.of(queue, queue.attempts()), message, Scripts.text(SEARCHED));
    return translated(queue, removed, count -> count > 0);
  }

  public CompletionStage<Boolean> replace(
      QueueName queue, byte[] message, byte @Nullable [] instead) {
    CompletionStage<Long> replaced =
        scripts.number(
            LuaScript.REPLACE,
            List.of(queue),
            Scripts.text(SEARCHED),
            message,
            instead == null ? NOTHING : instead);
    return translated(queue, replaced, count -> count > 0);
  }

  /**
   * Moves a message. In a Redis Cluster, this takes two steps. The message stays where it is,
   * unless the other server is away at the second step and this one is away when the message goes
   * back. If this program dies in between, or the answer to one of the steps is lost, the message
   * may be lost. It is put twice only if the queue has just moved, or Redis is full, and then the
   * answer to a script is lost too. And the other queue does not learn of workers that have died
   * with the message.
   */
  public CompletionStage<Boolean> move(
      QueueName queue, byte[] message, QueueName other, byte[] moved) {
    CompletionStage<Long> put =
        slots.run(
            () ->
                scripts.number(
                    LuaScript.MOVE_REQUEST,
                    List.of(other, queue, other.attempts(), queue.attempts()),
                    moved,
                    message,
                    Scripts.text(SEARCHED),
                    KeptTimes.ofDeliveries()),
            () ->
                list(other, 0, 0, 0)
                    .thenCompose(answers -> replace(queue, message, null))
                    .thenCompose(
                        there ->
                            there
                                ? putOrBack(queue, message, other, moved)
                                : CompletableFuture.completedStage(0L)));
    return translated(other, put, count -> count > 0);
  }

  private CompletionStage<Long> putOrBack(
      QueueName queue, byte[] message, QueueName other, byte[] moved) {
    return put(other, moved)
        .exceptionallyCompose(
            failure -> {
              RpcException reason = RedisFailure.of(other, failure);
              return reason.executed() == Executed.NO
                  ? put(queue, message)
                      .exceptionallyCompose(
                          last -> CompletableFuture.failedStage(lost(queue, reason, last)))
                      .thenCompose(back -> CompletableFuture.failedStage(reason))
                  : CompletableFuture.failedStage(reason);
            });
  }

  /** Makes the failure for a message that is in neither queue, as far as is known. */
  private static RpcException lost(QueueName queue, RpcException reason, Throwable last) {
    String why = reason.getMessage() + "; " + RedisFailure.of(queue, last).getMessage();
    return new RpcException(
        StatusCode.INTERNAL,
        Executed.UNKNOWN,
        "a request of " + queue + " may be lost: " + why,
        last);
  }

  /**
   * Puts a message by a command that is sent once. The message may be a request that must not run
   * twice, and a script would be sent again if its answer were lost.
   */
  private CompletionStage<Long> put(QueueName queue, byte[] message) {
    return scripts.isServerKnown(queue)
        ? ClusterChange.outlasted(() -> putOnce(queue, message))
            .exceptionallyCompose(failure -> CompletableFuture.failedFuture(notPut(queue, failure)))
        : putByScript(queue, message);
  }

  /**
   * Makes the failure for a message that was not put. While a server is away, nothing is sent to
   * it.
   */
  private static Throwable notPut(QueueName queue, Throwable failure) {
    return ClusterChange.isCauseOf(failure)
        ? new RpcException(
            StatusCode.UNAVAILABLE, Executed.NO, "the server of " + queue + " is away", failure)
        : failure;
  }

  private CompletionStage<Long> putOnce(QueueName queue, byte[] message) {
    CompletableFuture<Long> put = scripts.push(queue, List.of(Element.of(message)));
    if (put == null) {
      return CompletableFuture.failedFuture(new RedisNodeNotFoundException("no connection yet"));
    }
    return put.exceptionallyCompose(
        failure ->
            RedisFailure.isCut(failure) || ClusterChange.isCauseOf(failure)
                ? CompletableFuture.failedFuture(failure)
                : putByScript(queue, message));
  }

  /**
   * Puts a message by a script, which follows a queue to another server, and writes into a Redis
   * that is full.
   */
  private CompletionStage<Long> putByScript(QueueName queue, byte[] message) {
    return scripts.number(LuaScript.MOVE_REQUEST, List.of(queue), message);
  }

  public CompletionStage<List<byte[]>> list(QueueName queue, int from, int messages, int bytes) {
    CompletionStage<List<byte[]>> found =
        scripts.list(
            LuaScript.HELD,
            List.of(queue),
            Scripts.text(from),
            Scripts.text(messages),
            Scripts.text(bytes));
    return translated(queue, found, list -> list);
  }
}
