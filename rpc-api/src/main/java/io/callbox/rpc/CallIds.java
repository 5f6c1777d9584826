package io.callbox.rpc;

import io.callbox.log.Printable;

/**
 * Reads the ids of calls. Callbox's clients create ids of the form {@code
 * <node>-<secret>-<number>}. The secret is new at each start of a node. A program that knows it can
 * answer and cancel that node's calls, so do not show an id to anybody else: in logs, use {@link
 * #forLog}.
 *
 * <pre>{@code
 * CallContext call = CallContext.current();
 * LOG.info("{} runs", CallIds.forLog(call.id())); // node-1-…-42
 * }</pre>
 */
public final class CallIds {

  /** The number of characters of 16 bytes in Base64. */
  private static final int SECRET_LENGTH = 22;

  private static final int NONE = -1;

  private CallIds() {}

  /**
   * A call's id without its secret: {@code <node>-…-<number>}, the same on both sides. An id of
   * another form, which a foreign client chose, is returned as it is, but escaped to one line and
   * cut to a limited length.
   */
  public static String forLog(String id) {
    int start = secretStart(id);
    return Printable.of(
        start == NONE ? id : id.substring(0, start) + '…' + id.substring(start + SECRET_LENGTH));
  }

  /** Returns whether an id has a secret part: only such a call can be cancelled. */
  public static boolean hasSecret(String id) {
    return secretStart(id) != NONE;
  }

  private static int secretStart(String id) {
    int end = id.lastIndexOf('-');
    int start = end - SECRET_LENGTH;
    boolean divided = start > 1 && id.charAt(start - 1) == '-';
    return divided && isNumber(id, end + 1) && isBase64(id, start, end) ? start : NONE;
  }

  private static boolean isNumber(String id, int start) {
    for (int at = start; at < id.length(); at++) {
      if (id.charAt(at) < '0' || id.charAt(at) > '9') {
        return false;
      }
    }
    return start < id.length();
  }

  private static boolean isBase64(String id, int start, int end) {
    for (int at = start; at < end; at++) {
      char c = id.charAt(at);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }
}
