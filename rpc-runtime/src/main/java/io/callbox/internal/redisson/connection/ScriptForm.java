package io.callbox.internal.redisson.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The form of a script that Redis receives.
 *
 * @param text the script
 * @param digest the name under which Redis remembers it, for {@code EVALSHA}
 */
public record ScriptForm(String text, String digest) {

  private static final String FLAGS = "#!";

  public static ScriptForm of(String text) {
    return new ScriptForm(text, digestOf(text));
  }

  /** Returns the parameters after {@code EVALSHA}: as bytes, which Redisson only has to copy. */
  public Object[] parameters(List<String> keys, Object... values) {
    Object[] parameters = new Object[2 + keys.size() + values.length];
    parameters[0] = digest.getBytes(UTF_8);
    parameters[1] = Integer.toString(keys.size()).getBytes(UTF_8);
    for (int at = 0; at < keys.size(); at++) {
      parameters[2 + at] = keys.get(at).getBytes(UTF_8);
    }
    System.arraycopy(values, 0, parameters, 2 + keys.size(), values.length);
    return parameters;
  }

  public boolean hasFlags() {
    return text.startsWith(FLAGS);
  }

  /** Returns the same script, for servers that refuse scripts with flags. */
  public ScriptForm withoutFlags() {
    return hasFlags() ? of(text.substring(text.indexOf('\n') + 1)) : this;
  }

  private static String digestOf(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-1", impossible);
    }
  }
}
