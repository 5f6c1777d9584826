package io.callbox.transport.redisson;

import io.callbox.transport.QueueConsumer.Receiver;

/**
 * The room of a consumer's take, counted in requests: what is left of it, and what is reserved for
 * messages that Redis was asked for. Not safe for use by several threads: whoever uses it has a
 * lock for it.
 */
final class TakeRoom {

  private Receiver receiver = taken -> {};
  private int size;
  private int left;
  private int low;

  /** For how many requests questions wait for their answers; and bytes. */
  private int asked;

  private long bytesAsked;

  /** Which take it is: what is answered to an earlier one comes too late. */
  private int takes;

  /**
   * What is reserved for the answer to a question.
   *
   * @param take the take that has asked
   * @param requests for how many requests
   * @param bytes for how many bytes
   */
  record Reserved(int take, int requests, long bytes) {}

  /**
   * A take begins.
   *
   * @param max how much room there is
   * @param each how many requests there may be in a message: a chunk for which there is no room
   *     would be torn apart
   * @param newReceiver who gets what comes, and says for how many bytes there is room
   */
  void open(int max, int each, Receiver newReceiver) {
    receiver = newReceiver;
    size = max;
    left = max;
    low = Math.max(max / 2, Math.min(max, each) - 1);
  }

  /** The take is over: there is no room until the next, and nothing is reserved. */
  void close() {
    left = 0;
    asked = 0;
    bytesAsked = 0;
    takes++;
  }

  /** How many requests there is room for now. */
  int left() {
    return left;
  }

  /** Whether a take is under way that has room. */
  boolean isOpen() {
    return left > 0;
  }

  /** Whether a message with so many requests may be handed over as it is. */
  boolean fits(int requests) {
    return requests <= left + receiver.spare();
  }

  /** By how many requests a chunk may exceed the room. */
  int spare() {
    return receiver.spare();
  }

  /** For how many bytes there is room that nobody has asked for; below 1 for none. */
  long bytesLeft() {
    return receiver.bytesLeft() - bytesAsked;
  }

  /** Who gets what comes. */
  Receiver receiver() {
    return receiver;
  }

  /** Whether nothing has come, and nothing is reserved. */
  boolean isUnused() {
    return left == size;
  }

  /** Whether so little is left that the loop had better see whether there is more by now. */
  boolean isLow() {
    return left <= low;
  }

  /** How many requests have come. */
  int used() {
    return size - left - asked;
  }

  /** Whether questions wait for their answers. */
  boolean isAsked() {
    return asked > 0;
  }

  /** So many requests have come. */
  void use(int requests) {
    left -= requests;
  }

  /**
   * Reserves room for the answer to a question.
   *
   * @param held how many requests the answer will bring that have used room already
   */
  Reserved reserve(int requests, long bytes, int held) {
    left -= requests;
    asked += requests + held;
    bytesAsked += bytes;
    return new Reserved(takes, requests + held, bytes);
  }

  /**
   * The answer is here.
   *
   * @param unused for how many requests it leaves room
   * @return false if it comes too late: the take that has asked is over
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
