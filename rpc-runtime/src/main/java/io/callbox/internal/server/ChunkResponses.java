package io.callbox.internal.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.wire.ReplyAddress;
import io.callbox.transport.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Collects the responses to the members of one chunk. If all come while the chunk runs, they leave
 * as one element, and the chunk is acknowledged as one. If one member keeps the others waiting, the
 * chunk is split in the list of taken requests, and each member is answered by itself from then on.
 * So this list always contains exactly the requests that are not answered.
 *
 * <p>Safe for use by many threads.
 */
final class ChunkResponses {

  private static final Duration PATIENCE = Duration.ofMillis(2);

  private final int members;
  private final ResponseSender replies;
  private final ChunkSender sender;

  /** The monitor guards the following fields: members may complete on different threads. */
  @GuardedBy("this")
  private List<ChunkSender.Member> ready;

  @GuardedBy("this")
  private int missing;

  /** The threads that run members. */
  @GuardedBy("this")
  private final List<Thread> runners = new ArrayList<>(2);

  /** Whether the ready responses will be sent soon. */
  @GuardedBy("this")
  private boolean soon;

  @GuardedBy("this")
  private @Nullable CompletableFuture<List<Delivery>> parts;

  /**
   * Creates it without responses.
   *
   * @param members how many members the chunk has
   * @param sender sends the responses
   */
  ChunkResponses(int members, ResponseSender replies, ChunkSender sender) {
    this.members = members;
    this.replies = replies;
    this.sender = sender;
    this.missing = members;
    this.ready = new ArrayList<>(missing);
  }

  /** A member, which is answered once. */
  private final class Sink extends ChunkSender.Member implements ResponseSink {

    Sink(int index) {
      super(index);
    }

    @Override
    public void answer(ReplyAddress to, byte @Nullable [] written, Runnable listener) {
      answered(to, written, listener);
      add(this);
    }
  }

  /** Returns the sink for the response of one member. */
  ResponseSink member(int index) {
    return new Sink(index);
  }

  /** Puts a member that has not run back into its queue. */
  void returnToQueue(int index) {
    add(new ChunkSender.Member(index));
  }

  /** Notes that a thread runs members. */
  synchronized void entered() {
    runners.add(Thread.currentThread());
  }

  /** Notes that the thread has stopped: responses do not wait for members that complete later. */
  void left() {
    boolean othersWork;
    synchronized (this) {
      runners.remove(Thread.currentThread());
      othersWork = !runners.isEmpty();
    }
    if (othersWork) {
      sendSoon();
    } else {
      send();
    }
  }

  /**
   * Notes that some members still run: the responses of others do not wait for them, or not for
   * long.
   */
  void othersRun(boolean blocked) {
    if (blocked) {
      send();
    } else {
      sendSoon();
    }
  }

  /**
   * A thread that has answered continues with other members, unless it is a thread that runs none.
   */
  private void add(ChunkSender.Member one) {
    boolean others;
    boolean elsewhere;
    synchronized (this) {
      ready.add(one);
      missing--;
      others = missing > 0 && !runners.isEmpty() && parts == null;
      elsewhere = !runners.contains(Thread.currentThread());
    }
    if (!others) {
      send();
    } else if (elsewhere) {
      sendSoon();
    }
  }

  private void sendSoon() {
    synchronized (this) {
      if (ready.isEmpty() || soon) {
        return;
      }
      soon = true;
    }
    replies.later(PATIENCE, this::sendNow);
  }

  private void sendNow() {
    synchronized (this) {
      soon = false;
    }
    send();
  }

  private void send() {
    List<ChunkSender.Member> now;
    CompletableFuture<List<Delivery>> apart;
    synchronized (this) {
      now = ready;
      if (now.isEmpty()) {
        return;
      }
      ready = new ArrayList<>();
      boolean whole = parts == null && now.size() == members;
      if (parts == null && !(whole && ChunkSender.fitTogether(now))) {
        parts = sender.takeApart();
      }
      apart = parts;
    }
    if (apart == null) {
      sender.sendTogether(now);
    } else {
      apart.whenComplete(
          (held, closed) ->
              now.forEach(each -> sender.sendAlone(each, closed == null ? held : List.of())));
    }
  }
}
