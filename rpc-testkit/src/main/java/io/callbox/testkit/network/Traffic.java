package io.callbox.testkit.network;

import java.util.Map;

/**
 * The traffic of a network.
 *
 * @param requests the number of requests that were sent, whether or not they arrived
 * @param replies the number of replies that were sent
 * @param bytes the number of bytes of requests and replies
 * @param lost the number of lost messages of both kinds
 * @param byServer the number of requests that each node took
 * @param byMethod the number of requests for each {@code Service.method}
 * @param bytesByServer the number of bytes that each node took as requests, and sent as replies
 * @param bytesByMethod the number of bytes of requests for each {@code Service.method}
 */
public record Traffic(
    long requests,
    long replies,
    long bytes,
    long lost,
    Map<String, Long> byServer,
    Map<String, Long> byMethod,
    Map<String, Long> bytesByServer,
    Map<String, Long> bytesByMethod) {

  /** Returns the number of requests that a node took. */
  public long takenBy(String server) {
    return byServer.getOrDefault(server, 0L);
  }

  /** Returns the number of requests for a method, {@code Service.method}. */
  public long sentFor(String method) {
    return byMethod.getOrDefault(method, 0L);
  }

  /** Returns the number of bytes that a node took as requests, and sent as replies. */
  public long bytesOf(String server) {
    return bytesByServer.getOrDefault(server, 0L);
  }

  /** Returns the number of bytes of requests for a method, {@code Service.method}. */
  public long bytesFor(String method) {
    return bytesByMethod.getOrDefault(method, 0L);
  }
}
