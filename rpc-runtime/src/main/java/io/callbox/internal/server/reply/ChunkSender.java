package io.callbox.internal.server.reply;

import io.callbox.internal.wire.ReplyAddress;
import io.callbox.transport.Chunk;
import io.callbox.transport.Delivery;
import io.callbox.transport.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends the responses to the members of a chunk: all as one element, or each by itself. Members
 * that have not run go back to their queue in the same way.
 *
 * @param chunk the chunk
 * @param bounds the starts and ends of its members
 * @param replies sends the responses
 * @param permits gives the permits of members
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ChunkSender(
    Delivery chunk, int[] bounds, ResponseSender replies, ResponsePermit.OfMembers permits) {

  /** The maximum size of responses that are copied to leave together, in bytes. */
  private static final int MOST_TOGETHER = 256 << 10;

  /**
   * A member and its response. Written by the thread that answers, before it passes the member on.
   */
  static class Member {

    private final int index;

    /** The address of its caller; null if it has not run, and goes back. */
    private @Nullable ReplyAddress address;

    /** The response; null for a notification. */
    private byte @Nullable [] response;

    /** Runs when the response has been sent; null for a member that goes back. */
    private @Nullable Runnable sent;

    /** Creates a member that has not run. */
    Member(int index) {
      this.index = index;
    }

    final void answered(ReplyAddress to, byte @Nullable [] written, Runnable sentListener) {
      address = to;
      response = written;
      sent = sentListener;
    }

    /** Finishes the member: its response has been sent, or was given up. */
    private void finish() {
      if (sent != null) {
        sent.run();
      }
    }
  }

  /** Returns whether all members of a chunk can leave as one element. */
  static boolean fitTogether(List<Member> all) {
    return goTogether(all) || all.stream().allMatch(each -> each.address == null);
  }

  private static boolean goTogether(List<Member> all) {
    long bytes = 0;
    ReplyAddress first = all.get(0).address;
    for (Member each : all) {
      ReplyAddress address = each.address;
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

  /**
   * Replaces the held chunk by its members.
   *
   * @return the members, in their order; empty if the chunk is no longer held
   */
  CompletableFuture<List<Delivery>> takeApart() {
    return replies.split().of(chunk, Chunk.members(chunk.message(), bounds));
  }

  /** Sends the responses to all members, which {@linkplain #fitTogether fit together}. */
  void sendTogether(List<Member> all) {
    List<byte[]> responses = new ArrayList<>(all.size());
    ReplyAddress last = all.get(0).address;
    for (Member each : all) {
      if (each.response != null) {
        responses.add(each.response);
      }
      ReplyAddress address = each.address;
      if (last != null && address != null && address.deadline() > last.deadline()) {
        last = address;
      }
    }
    Element element = responses.isEmpty() ? null : Element.of(responses);
    ResponsePermit permit = permits.members(all.size(), element == null ? 0 : element.length());
    send(chunk, last, element, permit)
        .whenComplete(
            (nothing, failure) -> {
              permit.answered();
              all.forEach(Member::finish);
            });
  }

  /**
   * Sends the response to one member.
   *
   * @param held all members, each as an element; empty if the chunk is no longer held: then another
   *     worker has taken it over, and answers its members
   */
  void sendAlone(Member one, List<Delivery> held) {
    ResponsePermit permit = permits.members(1, one.response == null ? 0 : one.response.length);
    if (held.isEmpty()) {
      permit.answered();
      one.finish();
      return;
    }
    Element response = one.response == null ? null : Element.of(one.response);
    send(held.get(one.index), one.address, response, permit)
        .whenComplete(
            (nothing, failure) -> {
              permit.answered();
              one.finish();
            });
  }

  private CompletableFuture<@Nullable Void> send(
      Delivery request,
      @Nullable ReplyAddress address,
      @Nullable Element response,
      ResponsePermit permit) {
    if (address == null) {
      return replies.returnToQueue(request, permit::heldUp);
    } else if (response == null) {
      return replies.acknowledge(request, permit::heldUp);
    }
    return replies.send(address, response, request, permit::heldUp);
  }
}
