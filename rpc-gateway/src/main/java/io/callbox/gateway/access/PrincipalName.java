package io.callbox.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Makes callers of the names that servers have for people. A name of letters, digits, {@code _} and
 * {@code -} that begins with no {@code -} stays. Any other begins with one: its bytes but letters,
 * digits and {@code -} are {@code _} and two hexadecimal digits; if that is too long, it is a
 * digest. So no two names are one caller's.
 */
final class PrincipalName {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,63}");
  private static final int MOST = 64;
  private static final int DIGEST_BYTES = 24;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PrincipalName() {}

  static Caller caller(String name) {
    if (PLAIN.matcher(name).matches()) {
      return new Caller(name);
    }
    StringBuilder escaped = new StringBuilder("-");
    for (byte each : name.getBytes(UTF_8)) {
      if (isPlain(each)) {
        escaped.append((char) each);
      } else {
        escaped.append('_').append(HEX.toHexDigits(each));
      }
    }
    return new Caller(escaped.length() <= MOST ? escaped.toString() : digest(name));
  }

  private static boolean isPlain(byte character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || character == '-';
  }

  /** No escaped name has these letters behind a {@code _}. */
  private static String digest(String name) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
      return "-_sha" + HEX.formatHex(digest, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
