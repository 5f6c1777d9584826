package io.callbox.transport.redisson;

import io.callbox.transport.QueueConsumer.Receiver;

/**
 * The room of a consumer's take, counted in requests: the free room, and the room that is reserved
 * for requested messages. Not safe for use by many threads: its user holds a lock.
 */
final class TakeRoom {

  private Receiver receiver = taken -> {};
  private int size;
  private int left;
  private int low;

  /** The number of requests, and of bytes, for which questions wait for answers. */
  private int asked;

  private long bytesAsked;

  /** The number of the take: an answer to an earlier take comes too late. */
  private int takes;

  /**
   * The room that is reserved for the answer to a question.
   *
   * @param take the take that has asked
   * @param requests the number of requests
   * @param bytes the number of bytes
   */
  record Reserved(int take, int requests, long bytes) {}

  /**
   * Begins a take.
   *
   * @param max the room
   * @param each how many requests a message may contain; a chunk without enough room would be torn
   *     apart
   * @param newReceiver receives the messages, and says for how many bytes there is room
   */
  void open(int max, int each, Receiver newReceiver) {
    receiver = newReceiver;
    size = max;
    left = max;
    low = Math.max(max / 2, Math.min(max, each) - 1);
  }

  /** Ends the take: there is no room until the next take, and nothing is reserved. */
  void close() {
    left = 0;
    asked = 0;
    bytesAsked = 0;
    takes++;
  }

  /** Returns for how many requests there is room now. */
  int left() {
    return left;
  }

  /** Returns whether a take with room is under way. */
  boolean isOpen() {
    return left > 0;
  }

  /** Returns whether a message with this number of requests may be handed over whole. */
  boolean fits(int requests) {
    return requests <= left + receiver.spare();
  }

  /** Returns by how many requests a chunk may exceed the room. */
  int spare() {
    return receiver.spare();
  }

  /** Returns for how many bytes there is unreserved room; below 1 for none. */
  long bytesLeft() {
    return receiver.bytesLeft() - bytesAsked;
  }

  /** Returns the receiver of messages. */
  Receiver receiver() {
    return receiver;
  }

  /** Returns whether no message has come, and nothing is reserved. */
  boolean isUnused() {
    return left == size;
  }

  /** Returns whether so little room is left that the loop should check for more. */
  boolean isLow() {
    return left <= low;
  }

  /** Returns how many requests have come. */
  int used() {
    return size - left - asked;
  }

  /** Returns whether questions wait for answers. */
  boolean isAsked() {
    return asked > 0;
  }

  /** Uses room for requests that have come. */
  void use(int requests) {
    left -= requests;
  }

  /**
   * Reserves room for the answer to a question.
   *
   * @param held how many requests of the answer have used room already
   */
  Reserved reserve(int requests, long bytes, int held) {
    left -= requests;
    asked += requests + held;
    bytesAsked += bytes;
    return new Reserved(takes, requests + held, bytes);
  }

  /**
   * Frees the room that is reserved for an answer that has come.
   *
   * @param unused the room that the answer leaves free, in requests
   * @return false if the answer comes too late, because its take is over
   */
  boolean answered(Reserved reserved, int unused) {
    if (reserved.take != takes) {
      return false;
    }
    asked -= reserved.requests;
    bytesAsked -= reserved.bytes;
    left += unused;
    return true;
  }
}
