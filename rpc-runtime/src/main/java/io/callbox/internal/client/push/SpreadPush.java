package io.callbox.internal.client.push;

import io.callbox.internal.failure.StageFailure;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Pushes requests to a service that is spread over several queues. Requests go to the current
 * shard; if it has no room, the rest goes to the next shard; if it has no provider, they go to the
 * service's own queue. Each shard has an equal part of the bound. Safe for use by many threads.
 */
final class SpreadPush {

  /**
   * The maximum number of full shards to try, because a refused push must not cost many commands.
   */
  private static final int MOST_TRIED = 3;

  private final ShardChoice choice;
  private final int most;
  private final Pusher pusher;

  /**
   * Creates it.
   *
   * @param choice chooses the shard
   * @param most the maximum number of elements in all shards together
   * @param pusher pushes to one queue
   */
  SpreadPush(ShardChoice choice, int most, Pusher pusher) {
    this.choice = choice;
    this.most = most;
    this.pusher = pusher;
  }

  /** Pushes to one queue. */
  @FunctionalInterface
  interface Pusher {

    /** Pushes requests of a lane, as far as the queue accepts them. */
    CompletionStage<PushResult> push(
        Route lane, QueueName queue, List<OutgoingRequest> requests, Terms terms);
  }

  /**
   * The conditions under which a queue accepts requests.
   *
   * @param waiting whether it accepts requests while it has no provider
   * @param most the maximum number of elements in it
   */
  record Terms(boolean waiting, int most) {}

  CompletionStage<PushResult> push(
      Route lane, List<QueueName> shards, List<OutgoingRequest> requests) {
    QueueName shard = choice.begin(lane, shards);
    try {
      return push(lane, shards, shards.indexOf(shard), requests, MOST_TRIED)
          .whenComplete((said, failure) -> choice.end(lane, failure));
    } catch (RuntimeException closed) {
      choice.end(lane, closed);
      throw closed;
    }
  }

  private CompletionStage<PushResult> push(
      Route lane, List<QueueName> shards, int index, List<OutgoingRequest> requests, int tries) {
    QueueName shard = shards.get(index);
    boolean home = index == 0;
    int bound = (most + shards.size() - 1) / shards.size();
    Terms terms = new Terms(home && lane.waitForProvider(), bound);
    return pusher
        .push(lane, shard, requests, terms)
        .thenCompose(
            said -> {
              if (!home && isUnserved(said)) {
                choice.passBy(shard);
                choice.goesTo(lane, shards.get(0));
                Terms usual = new Terms(lane.waitForProvider(), most);
                return pusher.push(lane, shards.get(0), requests, usual);
              } else if (isFull(said) && tries > 1) {
                int next = (index + 1) % shards.size();
                choice.goesTo(lane, shards.get(next));
                List<OutgoingRequest> rest = requests.subList(said.accepted(), requests.size());
                return more(lane, shards, next, rest, tries - 1).thenApply(more -> sum(said, more));
              }
              return CompletableFuture.completedFuture(said);
            });
  }

  /**
   * Pushes the rest. A failure of this push becomes its result, because an earlier push has already
   * accepted some requests.
   */
  private CompletionStage<PushResult> more(
      Route lane, List<QueueName> shards, int next, List<OutgoingRequest> rest, int tries) {
    CompletionStage<PushResult> pushed;
    try {
      pushed = push(lane, shards, next, rest, tries);
    } catch (RuntimeException closed) {
      pushed = CompletableFuture.failedFuture(closed);
    }
    return pushed.exceptionally(
        failure -> {
          choice.passBy(shards.get(next));
          return new PushResult(0, reason(failure));
        });
  }

  private static RpcException reason(Throwable failure) {
    Throwable cause = StageFailure.cause(failure);
    return cause instanceof RpcException known
        ? known
        : new RpcException(
            StatusCode.UNAVAILABLE, Executed.UNKNOWN, "a shard failed: " + cause, cause);
  }

  private static PushResult sum(PushResult first, PushResult rest) {
    return rest.refusal() == null
        ? PushResult.ALL
        : new PushResult(first.accepted() + rest.accepted(), rest.refusal());
  }

  private static boolean isFull(PushResult said) {
    RpcException refusal = said.refusal();
    return refusal != null && refusal.code() == StatusCode.RESOURCE_EXHAUSTED;
  }

  private static boolean isUnserved(PushResult said) {
    RpcException refusal = said.refusal();
    return refusal != null
        && said.accepted() == 0
        && refusal.code() == StatusCode.UNAVAILABLE
        && refusal.executed() == Executed.NO;
  }
}
