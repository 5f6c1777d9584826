package io.callbox.internal.client;

import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What tells one start of a client from all others, and cannot be guessed: the key of its reply
 * queue, and what the ids of its calls begin with. Each has a secret of its own, so that who hears
 * of a cancelled call does not know where its caller is answered. Immutable.
 */
final class CallerIdentity {

  /** Says in a reply queue's name that several responses may come as one element, an array. */
  private static final String UNDERSTANDS_ARRAYS = "c2.";

  private static final int SECRET_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final QueueName replies;
  private final String idPrefix;
  private final byte[] idPrefixBytes;

  private CallerIdentity(QueueName replies, String idPrefix) {
    this.replies = replies;
    this.idPrefix = idPrefix;
    this.idPrefixBytes = idPrefix.getBytes(StandardCharsets.US_ASCII);
  }

  /** The identity of a client that starts now. */
  static CallerIdentity ofNew(String node, Namespace namespace) {
    return new CallerIdentity(
        namespace.replies(node, UNDERSTANDS_ARRAYS + secret()), node + '-' + secret() + '-');
  }

  /** Where all its calls are answered. */
  QueueName replies() {
    return replies;
  }

  /** The id of a call. */
  String id(long number) {
    return idPrefix + number;
  }

  /** What the ids of all its calls begin with. */
  String id() {
    return idPrefix;
  }

  /** The same, as bytes. */
  byte[] idPrefix() {
    return idPrefixBytes;
  }

  /** The number of a call of this id; -1 if it is of another client. */
  long number(String id) {
    int start = idPrefix.length();
    if (!id.startsWith(idPrefix) || id.length() == start) {
      return -1;
    }
    try {
      return Long.parseUnsignedLong(id, start, id.length(), 10);
    } catch (NumberFormatException noNumber) {
      return -1;
    }
  }

  private static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
