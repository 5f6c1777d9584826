package io.callbox.transport;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Small messages that travel as one element of a list: a JSON array with one line for each member,
 * {@code [{…},\n{…}]}. Compact JSON contains no line feed, so a scan separates the members without
 * a parser.
 *
 * <p>For a program that ignores the lines, a chunk of requests is an ordinary JSON-RPC batch. Only
 * clients whose reply list accepts arrays make chunks: a server may answer the members one by one
 * or several at a time, in any order.
 */
public final class Chunk {

  /** The maximum number of members. */
  public static final int MOST = 256;

  /** The maximum length of a member, in bytes. Larger messages gain nothing in a chunk. */
  public static final int LARGEST_MEMBER = 8 << 10;

  /** The number of bytes at which a chunk is full; the last member may exceed it. */
  public static final int FULL = 128 << 10;

  /** The maximum number of bytes of a chunk. */
  private static final int LARGEST = FULL + LARGEST_MEMBER + 2 * MOST;

  private static final byte[] OPEN = bytes("[");
  private static final byte[] NEXT = bytes(",\n");
  private static final byte[] CLOSE = bytes("]");

  private static final byte[] START = bytes("{\"jsonrpc\":\"2.0\",");
  private static final byte[] ID = bytes("{\"jsonrpc\":\"2.0\",\"id\":");
  private static final byte[] REPLY_TO = bytes(",\"replyTo\":\"");

  /** The text before the secret in the name of a reply list that accepts arrays. */
  private static final byte[] TAKES_ARRAYS = bytes(":c2.");

  private static final long LINE_FEEDS = 0x0a0a0a0a0a0a0a0aL;
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private Chunk() {}

  /**
   * Returns whether a request may be a member: a Callbox client has written it, and its reply list
   * accepts arrays.
   */
  public static boolean fits(byte[] request) {
    return request.length <= LARGEST_MEMBER
        && isMember(request, 0, request.length)
        && isOneLine(request);
  }

  /** Returns whether a message contains no line feed, so that it can be a line of a chunk. */
  public static boolean isOneLine(byte[] message) {
    return lineFeed(message, 0, message.length) == message.length;
  }

  /** Returns the length of an element with these members. */
  static int length(List<byte[]> members) {
    int length = lengthOfMarks(members.size());
    for (byte[] member : members) {
      length += member.length;
    }
    return length;
  }

  /** Returns the number of bytes of an element with this number of members, without the members. */
  public static int lengthOfMarks(int members) {
    return members == 1 ? 0 : 2 * members;
  }

  /**
   * Writes an element with these members.
   *
   * @param marks writes the bytes before, between and after members, if there are several
   * @param each writes a member
   */
  public static <M> void write(List<M> members, Consumer<byte[]> marks, Consumer<M> each) {
    if (members.size() == 1) {
      each.accept(members.get(0));
      return;
    }
    byte[] before = OPEN;
    for (M member : members) {
      marks.accept(before);
      each.accept(member);
      before = NEXT;
    }
    marks.accept(CLOSE);
  }

  /** Returns the number of requests in an element: 1 unless it is a chunk of requests. */
  public static int requests(byte[] element) {
    int[] bounds = boundsOfRequests(element);
    return bounds == null ? 1 : bounds.length / 2;
  }

  /**
   * Returns the starts and ends of the members of a chunk of requests; null if the element is not
   * one. A larger element than Callbox clients make is a batch, and has the limits of a batch.
   */
  public static int @Nullable [] boundsOfRequests(byte[] element) {
    int[] bounds = element.length > LARGEST ? null : bounds(element);
    return bounds != null && areRequests(element, bounds) ? bounds : null;
  }

  /** Returns whether the lines of an element are requests that a Callbox client may have joined. */
  static boolean areRequests(byte[] element, int[] bounds) {
    return element.length <= LARGEST
        && bounds.length <= 2 * MOST
        && takesArrays(element, bounds[0], bounds[1]);
  }

  /**
   * Returns whether the first bytes of a request or chunk identify it: they contain a whole id and
   * the whole name of a reply list that accepts arrays, which no other program can guess.
   *
   * @param length the number of these bytes
   */
  public static boolean isToldByItsFirst(int length, byte[] element) {
    int start = element.length > 0 && element[0] == '[' ? 1 : 0;
    return element.length > length
        && Arrays.equals(element, start, start + ID.length, ID, 0, ID.length)
        && takesArrays(element, start, length);
  }

  /**
   * Returns the starts and ends of the lines of a chunk, one after the other; null if the element
   * is not a chunk.
   */
  public static int @Nullable [] bounds(byte[] element) {
    int end = element.length - 1;
    if (end <= START.length || element[0] != '[' || element[end] != ']') {
      return null;
    }
    int[] bounds = {};
    int count = 0;
    int start = 1;
    while (start < end) {
      int feed = lineFeed(element, start, end);
      int stop = feed == end ? end : feed - 1;
      if ((feed < end && element[stop] != ',') || !isMember(element, start, stop)) {
        return null;
      }
      if (count == bounds.length) {
        int left = 1 + (end - feed + 1) / (feed - start + 1); // if all are this long
        bounds = Arrays.copyOf(bounds, count + 2 * Math.max(count / 8, left));
      }
      bounds[count++] = start;
      bounds[count++] = stop;
      start = feed + 1;
    }
    if (count < 4 || start != end + 1) {
      return null;
    }
    return count == bounds.length ? bounds : Arrays.copyOf(bounds, count);
  }

  /** Returns the members of a chunk as separate messages. */
  public static List<byte[]> members(byte[] chunk, int[] bounds) {
    List<byte[]> members = new ArrayList<>(bounds.length / 2);
    for (int at = 0; at < bounds.length; at += 2) {
      members.add(Arrays.copyOfRange(chunk, bounds[at], bounds[at + 1]));
    }
    return members;
  }

  /** Returns one or several members as one element. */
  public static byte[] element(List<byte[]> members) {
    return Element.of(members).bytes();
  }

  private static boolean isMember(byte[] bytes, int start, int end) {
    return end - start > START.length
        && bytes[end - 1] == '}'
        && Arrays.equals(bytes, start, start + START.length, START, 0, START.length);
  }

  /**
   * Returns whether the head names a reply list that accepts arrays. A quotation mark in a string
   * is escaped, so the text that is searched for occurs only in the head.
   */
  private static boolean takesArrays(byte[] bytes, int start, int end) {
    int at = find(REPLY_TO, bytes, start, end);
    if (at < 0) {
      return false;
    }
    for (int quote = at + REPLY_TO.length; quote < end; quote++) {
      if (bytes[quote] == '"') {
        return find(TAKES_ARRAYS, bytes, at, quote) > 0;
      }
    }
    return false;
  }

  private static int find(byte[] wanted, byte[] bytes, int start, int end) {
    for (int at = start; at <= end - wanted.length; at++) {
      if (bytes[at] == wanted[0]
          && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }

  /**
   * Returns the position of the first line feed; {@code end} if there is none. Looks at eight bytes
   * at a time.
   */
  private static int lineFeed(byte[] bytes, int start, int end) {
    ByteBuffer longs = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int at = start;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      long differs = longs.getLong(at) ^ LINE_FEEDS;
      long found = (differs - LOW_BITS) & ~differs & HIGH_BITS;
      if (found != 0) {
        return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    while (at < end && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
