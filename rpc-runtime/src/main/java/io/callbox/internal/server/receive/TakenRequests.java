package io.callbox.internal.server.receive;

import io.callbox.internal.concurrent.TaskSequence;
import io.callbox.internal.server.dispatch.Dispatcher;
import io.callbox.internal.server.reply.BatchResponse;
import io.callbox.internal.server.reply.Failures;
import io.callbox.internal.server.reply.ResponsePermit;
import io.callbox.internal.server.reply.ResponseSender;
import io.callbox.internal.server.reply.ResponseSink;
import io.callbox.internal.wire.Batch;
import io.callbox.internal.wire.ReplyAddress;
import io.callbox.internal.wire.Slice;
import io.callbox.transport.Delivery;
import io.callbox.transport.Element;
import io.callbox.transport.QueueName;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Requests that were taken together and are separate elements, each with a response of its own. An
 * element may be a batch of JSON-RPC, which has one response. Requests that have not begun when the
 * server may run no more go back to their queue.
 *
 * @param requests the requests
 * @param server serves and answers them
 */
record TakenRequests(List<Delivery> requests, Server server) implements TaskSequence.Pieces {

  /**
   * The parts that serve and answer such requests.
   *
   * @param dispatcher serves them
   * @param replies answers them
   * @param mayRun whether the server may still begin a request that it holds
   * @param permits gives the permit of a request
   */
  record Server(
      Dispatcher dispatcher,
      ResponseSender replies,
      Predicate<Delivery> mayRun,
      PermitOf permits) {}

  /** Returns the permit of a request, whose response has this number of bytes. */
  @FunctionalInterface
  interface PermitOf {

    ResponsePermit request(Delivery request, int responseBytes);
  }

  @Override
  public int size() {
    return requests.size();
  }

  @Override
  public void perform(int index) {
    Delivery request = requests.get(index);
    Slice message = Slice.of(request.message());
    if (!server.mayRun.test(request)) {
      ResponsePermit permit = server.permits.request(request, 0);
      server
          .replies
          .returnToQueue(request, permit::heldUp)
          .whenComplete((done, failure) -> permit.answered());
    } else if (message.isArray() && !server.dispatcher.isTooLarge(message)) {
      performBatch(message, request.queue(), new Sink(request));
    } else {
      server.dispatcher.dispatch(message, request.queue(), new Sink(request));
    }
  }

  private void performBatch(Slice message, QueueName queue, ResponseSink outer) {
    List<Slice> members;
    try {
      members = Batch.split(message);
    } catch (IOException unreadable) {
      server.dispatcher.refuse(message, outer, Failures.unreadable(unreadable));
      return;
    }
    BatchResponse answers = server.dispatcher.batch(message, members.size(), outer);
    for (int index = 0; index < members.size(); index++) {
      server.dispatcher.dispatch(members.get(index), queue, answers.member(index));
    }
  }

  /**
   * Answers one request. Its permit comes back when Redis has the reply, so the server takes less
   * if Redis is slow.
   */
  private final class Sink implements ResponseSink {

    private final Delivery request;

    Sink(Delivery request) {
      this.request = request;
    }

    @Override
    public void answer(ReplyAddress address, byte @Nullable [] response, Runnable sent) {
      int bytes = response == null ? 0 : response.length;
      ResponsePermit permit = server.permits.request(request, bytes);
      CompletableFuture<@Nullable Void> finished =
          response == null
              ? server.replies.acknowledge(request, permit::heldUp)
              : server.replies.send(address, Element.of(response), request, permit::heldUp);
      finished.whenComplete(
          (done, failure) -> {
            permit.answered();
            sent.run();
          });
    }

    @Override
    public Delivery delivery() {
      return request;
    }

    @Override
    public void settled() {
      server.replies.left(request);
      server.permits.request(request, 0).answered();
    }
  }
}
