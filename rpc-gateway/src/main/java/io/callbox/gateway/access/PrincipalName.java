package io.callbox.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Makes callers from the user names of servers. A name of letters, digits, {@code _} and {@code -}
 * stays as it is, unless it begins with {@code -}. Any other name becomes {@code -} and the escaped
 * name: each byte except letters, digits and {@code -} becomes {@code _} and two hexadecimal
 * digits. If this is too long, a digest replaces it. So two names never become the same caller.
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

  /** No escaped name has these letters after a {@code _}. */
  private static String digest(String name) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
      return "-_sha" + HEX.formatHex(digest, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
