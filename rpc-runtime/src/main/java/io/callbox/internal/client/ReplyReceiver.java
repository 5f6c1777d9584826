package io.callbox.internal.client;

import io.callbox.internal.client.call.AsyncCall;
import io.callbox.internal.client.call.PendingCall;
import io.callbox.internal.client.call.PendingCalls;
import io.callbox.internal.client.call.ReplyRun;
import io.callbox.internal.client.callback.CallbackExecutor;
import io.callbox.internal.client.push.SentChunk;
import io.callbox.internal.client.request.CallerIdentity;
import io.callbox.internal.client.stream.ClientStreams;
import io.callbox.internal.concurrent.PollLoop;
import io.callbox.internal.wire.Batch;
import io.callbox.internal.wire.ItemsMessage;
import io.callbox.internal.wire.ResponseReader;
import io.callbox.internal.wire.ScannedResponse;
import io.callbox.internal.wire.Slice;
import io.callbox.rpc.CallIds;
import io.callbox.transport.Delivery;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each reply to the call that waits for it. Drops and counts replies without a waiting call.
 */
final class ReplyReceiver implements PollLoop.Sink {

  private static final Logger LOG = LoggerFactory.getLogger(ReplyReceiver.class);

  /** The maximum number of replies. */
  private static final int ROOM = 1 << 20;

  private final PendingCalls pending;
  private final CallerIdentity identity;
  private final byte[] idPrefix;
  private final CallbackExecutor callbacks;
  private final ClientStreams streams;
  private final LongAdder late = new LongAdder();

  /**
   * The asynchronous calls among the replies that are accepted now, by one thread at a time; null
   * for none.
   */
  private @Nullable ReplyRun together;

  ReplyReceiver(
      PendingCalls pending,
      CallerIdentity identity,
      CallbackExecutor callbacks,
      ClientStreams streams) {
    this.streams = streams;
    this.pending = pending;
    this.identity = identity;
    this.idPrefix = identity.idPrefix();
    this.callbacks = callbacks;
  }

  /** Reserves no room: each reply belongs to a call that already has its place. */
  @Override
  public int reserve() {
    return ROOM;
  }

  @Override
  public void accept(List<Delivery> taken) {
    for (Delivery delivery : taken) {
      Slice message = Slice.of(delivery.message());
      int[] bounds = delivery.bounds();
      if (bounds != null) {
        acceptLines(message, bounds, taken);
      } else if (message.length() > 0 && message.bytes()[0] == '[') {
        acceptArray(message, taken);
      } else {
        acceptAlone(message, taken);
      }
    }
    ReplyRun ends = together;
    if (ends != null) {
      together = null;
      callbacks.complete(ends);
    }
  }

  /** Returns the asynchronous calls among these replies so far. */
  private ReplyRun together(List<Delivery> taken) {
    ReplyRun known = together;
    if (known == null) {
      known = new ReplyRun(lines(taken));
      together = known;
    }
    return known;
  }

  private static int lines(List<Delivery> taken) {
    int lines = 0;
    for (Delivery delivery : taken) {
      int[] bounds = delivery.bounds();
      lines += bounds == null ? 1 : bounds.length / 2;
    }
    return lines;
  }

  /** Accepts the responses of a Callbox server, which writes each on its own line. */
  private void acceptLines(Slice responses, int[] bounds, List<Delivery> taken) {
    SentChunk last = null;
    for (int at = 0; at < bounds.length; at += 2) {
      Slice response = new Slice(responses.bytes(), bounds[at], bounds[at + 1] - bounds[at]);
      PendingCall call = accept(response, taken);
      SentChunk chunk = call == null ? null : call.chunk();
      if (chunk != null && chunk != last) {
        chunk.answered(bounds.length / 2);
        last = chunk;
      }
    }
  }

  private void acceptAlone(Slice response, List<Delivery> taken) {
    PendingCall call = accept(response, taken);
    SentChunk chunk = call == null ? null : call.chunk();
    if (chunk != null) {
      chunk.answered(1);
    }
  }

  /** Accepts the responses of another server, which may use any layout. */
  private void acceptArray(Slice responses, List<Delivery> taken) {
    try {
      Batch.split(responses).forEach(each -> acceptAlone(each, taken));
    } catch (IOException unreadable) {
      late.increment();
      LOG.debug("an array of responses cannot be read: {}", unreadable.getMessage());
    }
  }

  @Override
  public void unused(int places) {}

  /** Returns how many replies were late, duplicate or unreadable. */
  long late() {
    return late.sum();
  }

  /**
   * Returns the call of a response; null if there is none, or if the response does not end a call.
   * If one response cannot be handled, the others still reach their calls.
   */
  private @Nullable PendingCall accept(Slice response, List<Delivery> taken) {
    try {
      return given(response, taken);
    } catch (RuntimeException | Error failure) {
      late.increment();
      LOG.error("a reply could not be given to its call", failure);
      return null;
    }
  }

  private @Nullable PendingCall given(Slice response, List<Delivery> taken) {
    if (response.length() == 0) {
      return null; // the client's own message, to end the loop
    }
    long number = ScannedResponse.numberOf(response, idPrefix);
    ItemsMessage items = number < 0 ? ItemsMessage.of(response) : null;
    if (items != null) {
      accept(items);
      return null;
    }
    PendingCall call = pending.remove(number < 0 ? numberOf(response) : number);
    if (call == null) {
      late.increment();
      LOG.debug("a reply that nobody waits for: {}", idForLog(response));
    } else if (call instanceof AsyncCall<?> async) {
      together(taken).add(async, response);
    } else {
      call.answered(response);
    }
    return call;
  }

  private void accept(ItemsMessage items) {
    if (!streams.received(items)) {
      late.increment();
      LOG.debug("items that nobody waits for: {}", CallIds.forLog(items.call()));
    }
  }

  private long numberOf(Slice response) {
    String id = ResponseReader.idOf(response);
    return id == null ? -1 : identity.number(id);
  }

  private static String idForLog(Slice response) {
    String id = ResponseReader.idOf(response);
    return id == null ? "no id" : CallIds.forLog(id);
  }
}
