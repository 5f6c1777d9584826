package io.callbox.internal.server.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Counts the items of one stream: those that its caller accepts, those that its producer was asked
 * for and has produced, and those under way. An item counts as consumed when the caller has granted
 * a whole window beyond it. Belongs to its stream, which guards it.
 */
final class ItemWindow {

  /** The maximum size of items under way; a larger item travels alone. */
  static final int MOST_BYTES = 1 << 20;

  /** With fewer bytes under way, another item of any size is sent. */
  private static final int FEW_BYTES = MOST_BYTES / 2;

  /** The size of one message; further items leave with the next message. */
  private static final int FULL_BYTES = 128 << 10;

  private final int size;
  private final Deque<byte[]> unsent = new ArrayDeque<>();
  private final Deque<Integer> underWay = new ArrayDeque<>();
  private long upTo;
  private long asked;
  private long given;
  private long taken;
  private long unsentBytes;
  private long bytesUnderWay;
  private int largest;

  /**
   * Creates a window.
   *
   * @param size how many items may be under way
   */
  ItemWindow(int size) {
    this.size = size;
    this.upTo = size;
  }

  /**
   * Notes that the caller accepts this number of items in all, but never more at a time than the
   * window.
   */
  void grant(long newUpTo) {
    upTo = Math.max(upTo, Math.min(newUpTo, sent() + size));
    while (!underWay.isEmpty() && taken < upTo - size) {
      bytesUnderWay -= underWay.remove();
      taken++;
    }
  }

  /** Returns how many more items to request from the producer: as many as will probably fit. */
  long wanted() {
    long outstanding = asked - given;
    long held = unsentBytes + bytesUnderWay;
    long fitting = (MOST_BYTES - held) / Math.max(1, largest) - outstanding;
    long first = held == 0 && outstanding == 0 ? 1 : 0;
    long likely = given == 0 ? first : Math.max(first, fitting);
    return Math.max(0, Math.min(upTo - asked, likely));
  }

  /** Notes that the producer was asked for more items. */
  void asked(long items) {
    asked += items;
  }

  /** Adds an item of the producer. Returns false if it was not requested. */
  boolean give(byte[] item) {
    if (given == asked) {
      return false;
    }
    given++;
    largest = Math.max(largest, item.length);
    unsent.add(item);
    unsentBytes += item.length;
    return true;
  }

  /** Returns the items to send now; empty if there are none, or no room for them. */
  List<byte[]> send() {
    List<byte[]> message = new ArrayList<>();
    int bytes = 0;
    for (byte[] next = unsent.peek(); next != null; next = unsent.peek()) {
      boolean fits = bytesUnderWay < FEW_BYTES || bytesUnderWay + next.length <= MOST_BYTES;
      if (!fits || (bytes > 0 && bytes + next.length > FULL_BYTES)) {
        break;
      }
      message.add(unsent.remove());
      bytes += next.length;
      unsentBytes -= next.length;
      bytesUnderWay += next.length;
      underWay.add(next.length);
    }
    return message;
  }

  /** Returns how many items have been sent. */
  long sent() {
    return given - unsent.size();
  }

  boolean hasUnsent() {
    return !unsent.isEmpty();
  }

  /** Drops items that have not been sent. */
  void clear() {
    given = sent();
    unsent.clear();
    unsentBytes = 0;
  }
}
