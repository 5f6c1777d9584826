package io.callbox.gateway.access;

import java.util.regex.Pattern;

/**
 * A program or a person that the gateway knows. Immutable.
 *
 * @param name its name for interceptors, logs and the registry: 1 to 64 letters, digits, {@code _}
 *     and {@code -}
 */
public record Caller(String name) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /**
   * Every caller of a gateway without an authenticator; such a gateway listens only on loopback.
   */
  public static final Caller LOCAL = new Caller("local");

  /**
   * Creates a caller with this name.
   *
   * @throws IllegalArgumentException if the name is not valid
   */
  public Caller {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a caller's name is 1 to 64 letters, digits, '_' and '-', got '" + name + "'");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
