package io.callbox.internal.client;

import io.callbox.internal.concurrent.PollLoop;
import io.callbox.internal.wire.Batch;
import io.callbox.internal.wire.ResponseReader;
import io.callbox.internal.wire.Slice;
import io.callbox.rpc.CallIds;
import io.callbox.transport.Chunk;
import io.callbox.transport.Delivery;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each reply to the call that waits for it. What nobody waits for is dropped and counted. */
final class ReplyReceiver implements PollLoop.Sink {

  private static final Logger LOG = LoggerFactory.getLogger(ReplyReceiver.class);

  /** As many as there may be. */
  private static final int ROOM = 1 << 20;

  private final PendingCalls pending;
  private final CallerIdentity identity;
  private final LongAdder unclaimed = new LongAdder();

  ReplyReceiver(PendingCalls pending, CallerIdentity identity) {
    this.pending = pending;
    this.identity = identity;
  }

  /** Replies need no room: each belongs to a call that already has its place. */
  @Override
  public int reserve() {
    return ROOM;
  }

  @Override
  public void accept(List<Delivery> taken) {
    for (Delivery delivery : taken) {
      byte[] message = delivery.message();
      if (message.length > 0 && message[0] == '[') {
        acceptAll(message);
      } else {
        accept(message);
      }
    }
  }

  /** Those of our own servers have a line each; others may lay them out as they like. */
  private void acceptAll(byte[] responses) {
    int[] bounds = Chunk.bounds(responses);
    if (bounds != null) {
      Chunk.members(responses, bounds).forEach(this::accept);
      return;
    }
    try {
      for (Slice each : Batch.split(Slice.of(responses))) {
        int end = each.offset() + each.length();
        accept(Arrays.copyOfRange(each.bytes(), each.offset(), end));
      }
    } catch (IOException unreadable) {
      unclaimed.increment();
      LOG.debug("an array of responses cannot be read: {}", unreadable.getMessage());
    }
  }

  @Override
  public void unused(int places) {}

  /** How many replies came late, twice or unreadable. */
  long unclaimed() {
    return unclaimed.sum();
  }

  private void accept(byte[] response) {
    if (response.length == 0) {
      return; // the client's own, to end the loop
    }
    long number = ResponseReader.numberOf(response, identity.idPrefix());
    PendingCall call = pending.remove(number < 0 ? numberOf(response) : number);
    if (call == null) {
      unclaimed.increment();
      LOG.debug("a reply that nobody waits for: {}", idForLog(response));
    } else {
      call.answered(response);
    }
  }

  private long numberOf(byte[] response) {
    String id = ResponseReader.idOf(response);
    return id == null ? -1 : identity.number(id);
  }

  private static String idForLog(byte[] response) {
    String id = ResponseReader.idOf(response);
    return id == null ? "no id" : CallIds.forLog(id);
  }
}
