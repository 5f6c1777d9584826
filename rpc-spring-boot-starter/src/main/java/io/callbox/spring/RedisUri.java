package io.callbox.spring;

import org.jspecify.annotations.Nullable;

/**
 * A Redis URI, built from its parts. Immutable. Do not log it, because it may contain a password.
 *
 * @param user null for Redis's default user
 * @param password null if none is needed
 */
record RedisUri(
    boolean tls,
    String host,
    int port,
    int database,
    @Nullable String user,
    @Nullable String password) {

  /** Returns the URI in the form that the node reads. */
  String text() {
    String server = host.indexOf(':') >= 0 && !host.startsWith("[") ? '[' + host + ']' : host;
    return (tls ? "rediss://" : "redis://") + userInfo() + server + ':' + port + '/' + database;
  }

  private String userInfo() {
    if (password == null || password.isEmpty()) {
      return "";
    }
    String name = user == null ? "" : escaped(user).replace(":", "%3A");
    return name + ':' + escaped(password) + '@';
  }

  private static String escaped(String text) {
    return text.replace("%", "%25");
  }

  /** Returns the URI without user and password. */
  @Override
  public String toString() {
    return new RedisUri(tls, host, port, database, null, null).text();
  }
}
