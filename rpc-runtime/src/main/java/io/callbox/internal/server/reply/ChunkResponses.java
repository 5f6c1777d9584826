package io.callbox.internal.server.reply;

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
public final class ChunkResponses {

  private static final Duration PATIENCE = Duration.ofMillis(2);

  private final int members;
  private final ResponseSender replies;
  private final ChunkSender sender;

  /** The monitor guards the following fields: threads that complete members race. */
  @GuardedBy("this")
  private List<ChunkSender.Member> ready;

  @GuardedBy("this")
  private int missing;

  /** The number of threads that run members. */
  @GuardedBy("this")
  private int threads;

  /** Set if the ready responses will be sent soon. */
  @GuardedBy("this")
  private boolean soon;

  @GuardedBy("this")
  private @Nullable CompletableFuture<List<Delivery>> parts;

  /**
   * Creates it without responses.
   *
   * @param bounds the starts and ends of the chunk's members
   * @param replies sends the responses
   * @param permits gives the permits of members
   */
  public ChunkResponses(
      Delivery chunk, int[] bounds, ResponseSender replies, ResponsePermit.OfMembers permits) {
    this.members = bounds.length / 2;
    this.replies = replies;
    this.sender = new ChunkSender(chunk, bounds, replies, permits);
    this.missing = members;
    this.ready = new ArrayList<>(missing);
  }

  /** A member, which is answered once. */
  public final class Sink extends ChunkSender.Member implements ResponseSink {

    /**
     * The thread that runs the member, until the member has returned. Only this thread relies on
     * the value.
     */
    private @Nullable Thread runner = Thread.currentThread();

    private Sink(int index) {
      super(index);
    }

    /** Notes that the member has returned, on the thread that ran it. It may be answered later. */
    public void returned() {
      runner = null;
    }

    @Override
    public void answer(ReplyAddress to, byte @Nullable [] written, Runnable listener) {
      answered(to, written, listener);
      add(this, !Thread.currentThread().equals(runner));
    }
  }

  /** Returns the sink for the response of one member, which this thread is about to run. */
  public Sink member(int index) {
    return new Sink(index);
  }

  /** Puts a member that has not run back into its queue. */
  public void returnToQueue(int index) {
    add(new ChunkSender.Member(index), false);
  }

  /** Notes that a thread runs members. */
  public synchronized void entered() {
    threads++;
  }

  /** Notes that the thread has stopped: responses do not wait for members that complete later. */
  public void left() {
    boolean othersWork;
    synchronized (this) {
      threads--;
      othersWork = threads > 0;
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
  public void othersRun(boolean blocked) {
    if (blocked) {
      send();
    } else {
      sendSoon();
    }
  }

  /**
   * Adds an answered member. A thread that has answered the member that it runs soon continues with
   * others, or leaves. If another thread has answered it, that thread may go on for long, even if
   * it runs another member.
   */
  private void add(ChunkSender.Member one, boolean elsewhere) {
    boolean others;
    synchronized (this) {
      ready.add(one);
      missing--;
      others = missing > 0 && threads > 0 && parts == null;
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
