package io.callbox.internal.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.gateway.access.Authenticator;
import io.callbox.gateway.access.Caller;
import io.callbox.gateway.access.RequestHead;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Identifies browsers of callers who have signed in, by a cookie. The cookie contains the caller,
 * the end of the session and a random part, and is signed with a key of this process. The server
 * stores only the sessions that were signed out, until their end. Safe for use by many threads.
 */
final class Sessions implements Authenticator {

  private static final String NAME = "callbox_session";
  private static final Duration LIFE = Duration.ofHours(12);
  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;
  private final Clock clock;

  private final EndedSessions ended = new EndedSessions();

  /** Creates sessions with a new key. */
  public Sessions() {
    this(Clock.systemUTC());
  }

  Sessions(Clock clock) {
    byte[] bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
    this.clock = clock;
  }

  @Override
  public Optional<Caller> authenticate(RequestHead head) {
    return session(head).map(each -> new Caller(each.caller));
  }

  private record Session(String caller, String id, long end) {}

  private Optional<Session> session(RequestHead head) {
    String cookies = head.header("cookie");
    if (cookies == null) {
      return Optional.empty();
    }
    for (String each : cookies.split(";", -1)) {
      String[] parts = each.strip().split("=", 2);
      if (parts.length == 2 && parts[0].equals(NAME)) {
        return valid(parts[1]);
      }
    }
    return Optional.empty();
  }

  private Optional<Session> valid(String value) {
    String[] parts = value.split("\\.", -1);
    if (parts.length != 4 || !isSigned(signed(parts[0], parts[1], parts[2]), parts[3])) {
      return Optional.empty();
    }
    Session session = new Session(parts[0], parts[2], Long.parseLong(parts[1]));
    boolean over =
        session.end <= clock.millis() || ended.contains(session.caller, session.id, session.end);
    return over ? Optional.empty() : Optional.of(session);
  }

  private static String signed(String caller, String end, String id) {
    return "session." + caller + '.' + end + '.' + id;
  }

  /** Returns the cookie for a caller who signs in. */
  String cookie(Caller caller) {
    byte[] random = new byte[ID_BYTES];
    RANDOM.nextBytes(random);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    String end = Long.toString(clock.millis() + LIFE.toMillis());
    String signature = sign(signed(caller.name(), end, id));
    return cookie(caller.name() + '.' + end + '.' + id + '.' + signature, LIFE);
  }

  /** Ends the session of a request, if it has one: its cookie is no longer valid. */
  void end(RequestHead head) {
    session(head)
        .ifPresent(
            each -> {
              ended.removeOver(clock.millis());
              ended.add(each.caller, each.id, each.end);
            });
  }

  /** Returns the cookie for a caller who signs out. */
  String noCookie() {
    return cookie("", Duration.ZERO);
  }

  private static String cookie(String value, Duration life) {
    return NAME + '=' + value + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + life.toSeconds();
  }

  /**
   * Returns the token that a page of this console sends with an action. Other pages cannot read it.
   */
  String csrfToken(Caller caller) {
    return sign("csrf." + caller.name());
  }

  /** Returns whether an action comes from a page of this console. */
  boolean isOurs(Caller caller, String token) {
    return isSigned("csrf." + caller.name(), token);
  }

  private boolean isSigned(String text, String signature) {
    return MessageDigest.isEqual(sign(text).getBytes(UTF_8), signature.getBytes(UTF_8));
  }

  private String sign(String text) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible); // each Java platform must have it
    }
  }
}
