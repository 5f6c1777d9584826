package io.callbox.internal.client.durable;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * Makes ids that nobody can guess, not even a program that knows other ids. It fetches random bytes
 * for many ids at a time, because a fetch for one id takes longer than the writing of a request.
 *
 * <p>Safe for use by many threads.
 */
final class SecretIds {

  private static final int BYTES = 16;
  private static final int AT_ONCE = 64;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  /** The monitor guards the fields: two threads must not make one id of the same bytes. */
  @GuardedBy("this")
  private final byte[] random = new byte[BYTES * AT_ONCE];

  @GuardedBy("this")
  private int at = random.length;

  /** Returns a new id. */
  String next() {
    return ENCODER.encodeToString(bytes());
  }

  private synchronized byte[] bytes() {
    if (at == random.length) {
      RANDOM.nextBytes(random);
      at = 0;
    }
    byte[] bytes = Arrays.copyOfRange(random, at, at + BYTES);
    Arrays.fill(random, at, at + BYTES, (byte) 0); // the bytes of an id are used only once
    at += BYTES;
    return bytes;
  }
}
