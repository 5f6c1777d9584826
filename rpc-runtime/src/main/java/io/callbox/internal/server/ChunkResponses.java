package io.callbox.internal.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.Chunk;
import io.callbox.transport.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  /** In bytes: larger responses are not copied to leave together. */
  private static final int MOST_TOGETHER = 256 << 10;

  private static final Duration PATIENCE = Duration.ofMillis(2);
  private static final byte[] NO_RESPONSE = {};

  private final Delivery chunk;
  private final int[] bounds;
  private final ResponseSender replies;
  private final PlaceOf places;

  /** The monitor guards the following fields: members may complete on different threads. */
  @GuardedBy("this")
  private List<Member> ready;

  @GuardedBy("this")
  private int missing;

  @GuardedBy("this")
  private int threads;

  /** Whether the ready responses will be sent soon. */
  @GuardedBy("this")
  private boolean soon;

  @GuardedBy("this")
  private @Nullable CompletableFuture<List<Delivery>> parts;

  /**
   * Creates it without responses.
   *
   * @param bounds where the members start and end
   * @param places gives the places of members
   */
  ChunkResponses(Delivery chunk, int[] bounds, ResponseSender replies, PlaceOf places) {
    this.chunk = chunk;
    this.bounds = bounds;
    this.replies = replies;
    this.places = places;
    this.missing = bounds.length / 2;
    this.ready = new ArrayList<>(missing);
  }

  /** Returns the place of some members, whose response has so many bytes. */
  @FunctionalInterface
  interface PlaceOf {

    Places.Place members(int members, int bytes);
  }

  /** A member. It is answered once, and its outcome is read under the monitor or after it. */
  private final class Member implements ResponseSink {

    private final int index;
    private final Thread server = Thread.currentThread();

    /** Where it is answered; null if it has not run, and goes back. */
    private @Nullable Address address;

    /** The response; null for a notification. */
    private byte @Nullable [] response;

    /** Runs when the response has been sent; null for one that goes back. */
    private @Nullable Runnable sent;

    Member(int index) {
      this.index = index;
    }

    @Override
    public void answer(Address to, byte @Nullable [] written, Runnable listener) {
      address = to;
      response = written;
      sent = listener;
      add(this, Thread.currentThread() != server);
    }

    /** The response has been sent, or was given up. */
    void finish() {
      if (sent != null) {
        sent.run();
      }
    }
  }

  /** Returns the sink for the response of one member. */
  ResponseSink member(int index) {
    return new Member(index);
  }

  /** Puts a member that has not run back into its queue. */
  void returnToQueue(int index) {
    add(new Member(index), false);
  }

  /** Notes that a thread runs members. */
  synchronized void entered() {
    threads++;
  }

  /** Notes that the thread has stopped: responses do not wait for members that complete later. */
  void left() {
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
  private void add(Member one, boolean elsewhere) {
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
    List<Member> now;
    CompletableFuture<List<Delivery>> apart;
    synchronized (this) {
      now = ready;
      if (now.isEmpty()) {
        return;
      }
      ready = new ArrayList<>();
      boolean whole = parts == null && now.size() == bounds.length / 2;
      boolean together = whole && (goTogether(now) || goBackTogether(now));
      if (parts == null && !together) {
        parts = replies.takeApart(chunk, Chunk.members(chunk.message(), bounds));
      }
      apart = parts;
    }
    if (apart == null) {
      sendTogether(now);
    } else {
      apart.whenComplete(
          (held, closed) ->
              now.forEach(each -> sendAlone(each, closed == null ? held : List.of())));
    }
  }

  private static boolean goBackTogether(List<Member> all) {
    return all.stream().allMatch(each -> each.address == null);
  }

  private static boolean goTogether(List<Member> all) {
    long bytes = 0;
    ResponseSink.Address first = all.get(0).address;
    for (Member each : all) {
      ResponseSink.Address address = each.address;
      if (first == null
          || address == null
          || !Objects.equals(address.replyTo(), first.replyTo())
          || !Objects.equals(address.from(), first.from())) {
        return false;
      }
      bytes += each.response == null ? 0 : each.response.length;
    }
    return bytes <= MOST_TOGETHER;
  }

  private void sendTogether(List<Member> all) {
    List<byte[]> responses = new ArrayList<>(all.size());
    ResponseSink.Address last = all.get(0).address;
    for (Member each : all) {
      if (each.response != null) {
        responses.add(each.response);
      }
      ResponseSink.Address address = each.address;
      if (last != null && address != null && address.deadline() > last.deadline()) {
        last = address;
      }
    }
    byte[] element = responses.isEmpty() ? NO_RESPONSE : Chunk.element(responses);
    Places.Place place = places.members(all.size(), element.length);
    CompletableFuture<@Nullable Void> done;
    if (last == null) {
      done = replies.returnToQueue(chunk, place::heldUp);
    } else if (responses.isEmpty()) {
      done = replies.acknowledge(chunk, place::heldUp);
    } else {
      done = replies.send(last, element, chunk, place::heldUp);
    }
    done.whenComplete(
        (nothing, failure) -> {
          place.end();
          all.forEach(Member::finish);
        });
  }

  /** If the chunk is no longer held, another worker has taken it over, and answers its members. */
  private void sendAlone(Member one, List<Delivery> held) {
    Places.Place place = places.members(1, one.response == null ? 0 : one.response.length);
    if (held.isEmpty()) {
      place.end();
      one.finish();
      return;
    }
    Delivery request = held.get(one.index);
    CompletableFuture<@Nullable Void> done;
    if (one.address == null) {
      done = replies.returnToQueue(request, place::heldUp);
    } else if (one.response == null) {
      done = replies.acknowledge(request, place::heldUp);
    } else {
      done = replies.send(one.address, one.response, request, place::heldUp);
    }
    done.whenComplete(
        (nothing, failure) -> {
          place.end();
          one.finish();
        });
  }
}
