package io.callbox.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Identifies requests that are the same request, pushed again. */
public final class RequestKey {

  private RequestKey() {}

  /**
   * Returns a key that is equal for a request and its repetition: a digest of their reply list and
   * their id with its type. It is a digest because either may be long.
   *
   * @param replyTo the reply list of the request; null if it does not say
   * @param byId the id that then names its reply list: its own, or that of its batch
   * @param id the request's own id
   */
  public static String of(@Nullable String replyTo, RequestId byId, RequestId id) {
    String where = replyTo == null ? byId.json() : replyTo;
    byte[] digest = sha256().digest((where + '\n' + id.json()).getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
