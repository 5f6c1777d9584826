package io.callbox.internal.client.request;

import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The identity of one start of a client, which nobody can guess: the key of its reply list, and the
 * prefix of the ids of its calls. Each has its own secret, so that a listener to cancellations does
 * not learn the reply list of the caller. Immutable.
 */
public final class CallerIdentity {

  /**
   * The part of a reply list's name that says that several responses may come as one element, an
   * array.
   */
  private static final String UNDERSTANDS_ARRAYS = "c2.";

  private static final int SECRET_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final QueueName replies;
  private final QueueName results;
  private final String idPrefix;
  private final byte[] idPrefixBytes;

  private CallerIdentity(QueueName replies, QueueName results, String idPrefix) {
    this.replies = replies;
    this.results = results;
    this.idPrefix = idPrefix;
    this.idPrefixBytes = idPrefix.getBytes(StandardCharsets.US_ASCII);
  }

  /** Creates the identity of a client that starts now. */
  public static CallerIdentity ofNew(String node, Namespace namespace) {
    return new CallerIdentity(
        namespace.replies(node, UNDERSTANDS_ARRAYS + secret()),
        namespace.resultsOf(node, secret()),
        node + '-' + secret() + '-');
  }

  /** Returns the reply list of all its calls. */
  public QueueName replies() {
    return replies;
  }

  /** Returns the channel of the results of its durable calls. */
  public QueueName results() {
    return results;
  }

  /** Returns the id of a call. */
  public String id(long number) {
    return idPrefix + number;
  }

  /** Returns the prefix of the ids of its calls. */
  public String id() {
    return idPrefix;
  }

  /** Returns the same prefix as bytes. */
  public byte[] idPrefix() {
    return idPrefixBytes;
  }

  /** Returns the number of the call with this id; -1 if it belongs to another client. */
  public long number(String id) {
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
