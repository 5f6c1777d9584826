package io.callbox.internal.redisson.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The content of a Redis URI: {@code redis://[user:password@]host:port[/database]}, or {@code
 * rediss://} for TLS. It supports every part of the URI, or refuses the URI. Immutable.
 *
 * <p>The user and password end at the last {@code @}, so they may contain any character, except a
 * colon in the user; {@code %} begins two hexadecimal digits. No message contains them.
 */
public final class RedisAddress {

  private static final String FORM = "redis://[user:password@]host:port[/database]";
  private static final int MAX_PORT = 65_535;

  private final String scheme;
  private final String place;
  private final @Nullable String user;
  private final @Nullable String password;
  private final int database;

  private RedisAddress(
      String scheme, String place, @Nullable UserInfo userInfo, @Nullable String database) {
    this.scheme = scheme;
    this.place = place;
    this.user = userInfo == null ? null : userInfo.user;
    this.password = userInfo == null ? null : userInfo.password;
    this.database = database == null ? 0 : database(database);
  }

  /**
   * Reads a URI.
   *
   * @throws IllegalArgumentException if a part of it is not supported; the message does not quote
   *     the URI
   */
  public static RedisAddress of(String uri) {
    int schemeEnd = uri.indexOf("://");
    String scheme = schemeEnd < 0 ? "" : uri.substring(0, schemeEnd);
    if (!scheme.equals("redis") && !scheme.equals("rediss")) {
      throw refused("begins with redis:// or, for TLS, rediss://");
    }
    String rest = uri.substring(schemeEnd + "://".length());
    int at = rest.lastIndexOf('@');
    UserInfo userInfo = at < 0 ? null : UserInfo.of(rest.substring(0, at));
    String server = rest.substring(at + 1);
    if (server.indexOf('?') >= 0 || server.indexOf('#') >= 0) {
      throw refused("has neither '?' nor '#' after its host: nothing that follows is known");
    }
    int slash = server.indexOf('/');
    String place = slash < 0 ? server : server.substring(0, slash);
    String database =
        slash < 0 || slash == server.length() - 1 ? null : server.substring(slash + 1);
    return new RedisAddress(scheme, checkedPlace(place), userInfo, database);
  }

  /** The URI without user, password and database. */
  String withoutSecrets() {
    return scheme + "://" + place;
  }

  boolean overTls() {
    return scheme.equals("rediss");
  }

  /** The name or number of the machine. */
  String host() {
    String host = place.substring(0, place.lastIndexOf(':'));
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  int port() {
    return Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
  }

  @Nullable String user() {
    return user;
  }

  @Nullable String password() {
    return password;
  }

  int database() {
    return database;
  }

  /** For messages: shows whether there is a user or password, but not their values. */
  @Override
  public String toString() {
    String hidden = password == null ? "" : "***@";
    return scheme + "://" + hidden + place + (database == 0 ? "" : "/" + database);
  }

  /** The part before the {@code @}. A password without a user is for Redis's default user. */
  private record UserInfo(@Nullable String user, String password) {

    static UserInfo of(String text) {
      int colon = text.indexOf(':');
      String user = colon < 0 ? "" : decoded(text.substring(0, colon));
      String password = decoded(text.substring(colon + 1));
      if (user.isEmpty() && password.isEmpty()) {
        throw refused("has an '@' with neither user nor password before it");
      }
      return new UserInfo(user.isEmpty() ? null : user, password);
    }
  }

  private static String checkedPlace(String place) {
    int colon = place.lastIndexOf(':');
    String host = colon < 0 ? place : place.substring(0, colon);
    if (colon < 0 || host.endsWith(":") || (host.startsWith("[") && !host.endsWith("]"))) {
      throw refused("has a port after its host");
    }
    if (host.isEmpty()) {
      throw refused("has a host before its port");
    }
    int port = number(place.substring(colon + 1), MAX_PORT);
    if (port < 1) {
      throw refused("has a port from 1 to " + MAX_PORT);
    }
    return (host.indexOf(':') < 0 || host.startsWith("[") ? host : '[' + host + ']') + ':' + port;
  }

  private static int database(String text) {
    int database = number(text, Integer.MAX_VALUE);
    if (database < 0) {
      throw refused("has nothing but the number of a database after its host, as in '/5'");
    }
    return database;
  }

  /** Reads a decimal number up to a bound; negative if the text is not a number. */
  private static int number(String text, int max) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || text.length() > 10) {
      return -1;
    }
    long number = Long.parseLong(text);
    return number > max ? -1 : (int) number;
  }

  /** Decodes a text. A plus sign stays a plus sign, unlike in an HTML form. */
  private static String decoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = 0;
    for (int percent = text.indexOf('%'); percent >= 0; percent = text.indexOf('%', at)) {
      bytes.writeBytes(text.substring(at, percent).getBytes(StandardCharsets.UTF_8));
      bytes.write(hex(text, percent + 1) * 16 + hex(text, percent + 2));
      at = percent + 3;
    }
    bytes.writeBytes(text.substring(at).getBytes(StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int hex(String text, int at) {
    int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
    if (digit < 0) {
      throw refused("has two hexadecimal digits after each '%' of its user and password");
    }
    return digit;
  }

  private static IllegalArgumentException refused(String rule) {
    return new IllegalArgumentException("a Redis URI " + rule + ": " + FORM);
  }
}
