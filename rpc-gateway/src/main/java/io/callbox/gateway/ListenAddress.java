package io.callbox.gateway;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The address on which a gateway listens.
 *
 * @param socket the address, resolved; with port 0 for a free port
 */
record ListenAddress(InetSocketAddress socket) {

  private static final int DEFAULT_PORT = 8420;

  static final ListenAddress DEFAULT =
      new ListenAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), DEFAULT_PORT));

  /**
   * Reads {@code host:port}; an IPv6 address may be in brackets.
   *
   * @throws IllegalArgumentException if it has another form, or the host has no known address
   */
  static ListenAddress of(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException(
          "an address is host:port, for example 127.0.0.1:8420, got '" + hostAndPort + "'");
    }
    String host = hostAndPort.substring(0, colon).replaceAll("^\\[|]$", "");
    return new ListenAddress(
        new InetSocketAddress(known(host), port(hostAndPort.substring(colon + 1))));
  }

  private static InetAddress known(String host) {
    try {
      return InetAddress.getAllByName(host)[0];
    } catch (UnknownHostException unknown) {
      throw new IllegalArgumentException("no address is known of '" + host + "'", unknown);
    }
  }

  private static int port(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException malformed) {
      throw new IllegalArgumentException("'" + text + "' is no port", malformed);
    }
  }

  boolean isLoopback() {
    return socket.getAddress().isLoopbackAddress();
  }

  /** Returns the names, with the port, by which clients on this machine call the gateway. */
  Set<String> localNames(int boundPort) {
    Set<String> names = new LinkedHashSet<>();
    for (String each : List.of("localhost", "127.0.0.1", "[::1]", host())) {
      names.add(each + ":" + boundPort);
    }
    return names;
  }

  /** Returns the URI under which clients find the gateway. */
  URI uri(int boundPort) {
    String name = host();
    return URI.create("http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + boundPort);
  }

  private String host() {
    return socket.getAddress().getHostAddress();
  }
}
