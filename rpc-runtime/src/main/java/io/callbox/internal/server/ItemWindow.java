package io.callbox.internal.server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Counts the items of one stream: how many its caller takes, its producer was asked for, has given,
 * and are on their way. An item counts as taken once its caller has granted a whole window beyond
 * it. Belongs to its stream, which guards it.
 */
final class ItemWindow {

  /** Of items on their way; a larger one travels alone. */
  static final int MOST_BYTES = 1 << 20;

  /** With fewer bytes on their way another item is sent, whatever its size. */
  private static final int FEW_BYTES = MOST_BYTES / 2;

  /** Of one message: what is sent while it is under way leaves with the next. */
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
   * A window.
   *
   * @param size how many items may be on their way
   */
  ItemWindow(int size) {
    this.size = size;
    this.upTo = size;
  }

  /** The caller takes so many items in all, but never more at a time than the window holds. */
  void grant(long newUpTo) {
    upTo = Math.max(upTo, Math.min(newUpTo, sent() + size));
    while (!underWay.isEmpty() && taken < upTo - size) {
      bytesUnderWay -= underWay.remove();
      taken++;
    }
  }

  /** For how many more items to ask the producer: as many as will probably fit. */
  long wanted() {
    long outstanding = asked - given;
    long held = unsentBytes + bytesUnderWay;
    long fitting = (MOST_BYTES - held) / Math.max(1, largest) - outstanding;
    long first = held == 0 && outstanding == 0 ? 1 : 0;
    long likely = given == 0 ? first : Math.max(first, fitting);
    return Math.max(0, Math.min(upTo - asked, likely));
  }

  /** The producer is asked for so many more. */
  void asked(long items) {
    asked += items;
  }

  /** The producer has given an item. Returns false if it was not asked for it. */
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

  /** The items that are sent now; none if there are none, or no room for them. */
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

  /** How many items have been sent. */
  long sent() {
    return given - unsent.size();
  }

  boolean hasUnsent() {
    return !unsent.isEmpty();
  }

  /** Forgets what has not been sent. */
  void clear() {
    given = sent();
    unsent.clear();
    unsentBytes = 0;
  }
}
