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
 * Identifies browsers of callers who have signed in, by a cookie. The cookie contains the caller
 * and the end of the session, and is signed with a key of this process. The server stores nothing.
 * Immutable.
 */
public final class Sessions implements Authenticator {

  private static final String NAME = "callbox_session";
  private static final Duration LIFE = Duration.ofHours(12);
  private static final int KEY_BYTES = 32;

  private final SecretKeySpec key;
  private final Clock clock;

  /** Creates sessions with a new key. */
  public Sessions() {
    this(Clock.systemUTC());
  }

  Sessions(Clock clock) {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
    this.clock = clock;
  }

  @Override
  public Optional<Caller> authenticate(RequestHead head) {
    String cookies = head.header("cookie");
    if (cookies == null) {
      return Optional.empty();
    }
    for (String each : cookies.split(";", -1)) {
      String[] parts = each.strip().split("=", 2);
      if (parts.length == 2 && parts[0].equals(NAME)) {
        return caller(parts[1]);
      }
    }
    return Optional.empty();
  }

  private Optional<Caller> caller(String value) {
    String[] parts = value.split("\\.", -1);
    if (parts.length != 3 || !isSigned("session." + parts[0] + '.' + parts[1], parts[2])) {
      return Optional.empty();
    }
    boolean valid = Long.parseLong(parts[1]) > clock.millis();
    return valid ? Optional.of(new Caller(parts[0])) : Optional.empty();
  }

  /** Returns the cookie for a caller who signs in. */
  String cookie(Caller caller) {
    String end = Long.toString(clock.millis() + LIFE.toMillis());
    String value = caller.name() + '.' + end;
    return cookie(value + '.' + sign("session." + value), LIFE);
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
      throw new IllegalStateException(impossible); // every platform has it
    }
  }
}
