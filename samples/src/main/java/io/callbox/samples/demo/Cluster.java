package io.callbox.samples.demo;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A Redis and some nodes, each a process of its own. Safe for use by two threads: the demo's, and
 * that which ends it early. Whoever starts it closes it; it also ends with this process.
 */
final class Cluster implements AutoCloseable {

  private final LocalRedis redis;
  private final Map<String, NodeProcess> nodes = new LinkedHashMap<>();
  private boolean closed;

  private Cluster(LocalRedis redis) {
    this.redis = redis;
  }

  /** Starts a Redis and these nodes, and returns when all are ready. */
  static Cluster start(List<String> ids) throws Exception {
    Cluster cluster = new Cluster(LocalRedis.start());
    Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "close the cluster"));
    try {
      for (String id : ids) {
        cluster.launch(id);
      }
      for (String id : ids) {
        cluster.awaitReady(id);
      }
      return cluster;
    } catch (Exception failure) {
      cluster.close();
      throw failure;
    }
  }

  /** Returns the URI at which nodes reach the Redis. */
  String redisUri() {
    return redis.uri();
  }

  /** Returns the port on which the Redis listens. */
  int redisPort() {
    return redis.port();
  }

  /** Starts a node again, and returns when it is ready. */
  void start(String id) throws Exception {
    launch(id);
    awaitReady(id);
  }

  /** Ends a node, and returns when its process is gone. */
  synchronized void stop(String id) {
    NodeProcess node = nodes.remove(id);
    if (node != null) {
      node.end();
      node.awaitEnd();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    nodes.values().forEach(NodeProcess::end);
    nodes.values().forEach(NodeProcess::awaitEnd);
    nodes.clear();
    redis.close();
  }

  private void awaitReady(String id) throws Exception {
    node(id).awaitReady();
  }

  private synchronized NodeProcess node(String id) {
    return Objects.requireNonNull(nodes.get(id), id);
  }

  /** Guard against race with close, which must not miss a process that is about to start. */
  private synchronized void launch(String id) throws IOException {
    if (closed) {
      throw new IllegalStateException("the cluster is closed");
    }
    nodes.put(id, NodeProcess.start(redis.uri(), id));
  }
}
