package io.callbox.internal.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.internal.wire.RequestId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Tells which requests are the same one, pushed again. */
final class RequestKey {

  private RequestKey() {}

  /**
   * What two requests have in common if one repeats the other: where they are answered, and their
   * id with its type. A digest, because either may be long.
   *
   * @param place where the request is answered
   * @param id the request's own id
   */
  static String of(ResponseSink.Address place, RequestId id) {
    RequestId byId = place.id() == null ? RequestId.NULL : place.id();
    String where = place.replyTo() == null ? byId.json() : place.replyTo();
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
