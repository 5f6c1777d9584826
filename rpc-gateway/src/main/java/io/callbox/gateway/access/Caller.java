package io.callbox.gateway.access;

import java.util.regex.Pattern;

/**
 * A program or a person that the gateway knows. Immutable.
 *
 * @param name what interceptors, logs and the registry know it by: 1 to 64 letters, digits, {@code
 *     _} and {@code -}
 */
public record Caller(String name) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** Whoever comes in where no authenticator is asked: only ever over loopback. */
  public static final Caller LOCAL = new Caller("local");

  /**
   * A caller of this name.
   *
   * @throws IllegalArgumentException if it is no such name
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
