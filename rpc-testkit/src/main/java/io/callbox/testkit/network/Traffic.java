package io.callbox.testkit.network;

import java.util.Map;

/**
 * The traffic of a network.
 *
 * @param requests how many requests were sent, whether or not they arrived
 * @param replies how many replies were sent
 * @param bytes how many bytes requests and replies had
 * @param lost how many messages of both kinds were lost
 * @param byServer how many requests each node took
 * @param byMethod how many requests were sent for each {@code Service.method}
 * @param bytesByServer how many bytes each node took as requests, and sent as replies
 * @param bytesByMethod how many bytes were sent as requests for each {@code Service.method}
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

  /** Returns how many requests a node took. */
  public long takenBy(String server) {
    return byServer.getOrDefault(server, 0L);
  }

  /** How many requests were sent for a method, {@code Service.method}. */
  public long sentFor(String method) {
    return byMethod.getOrDefault(method, 0L);
  }

  /** How many bytes a node took as requests, and sent as replies. */
  public long bytesOf(String server) {
    return bytesByServer.getOrDefault(server, 0L);
  }

  /** How many bytes were sent as requests for a method, {@code Service.method}. */
  public long bytesFor(String method) {
    return bytesByMethod.getOrDefault(method, 0L);
  }
}
