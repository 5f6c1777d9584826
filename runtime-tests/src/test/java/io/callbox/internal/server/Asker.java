package io.callbox.internal.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * A person with {@code redis-cli}: pushes JSON to a node and pops its answers. The node {@code
 * server} and its Redis are the asker's own, as keys are spelled out.
 */
final class Asker implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger LAST_ID = new AtomicInteger();
  private static final int PATIENCE_SECONDS = 5;

  private static final String NODE = "server";

  final RedisCommands redis;
  private final RedisServer server;
  private final RpcNode node;

  private Asker(RedisServer server, RpcNode node) {
    this.redis = RedisCommands.to(server.port());
    this.server = server;
    this.node = node;
  }

  /** Starts a Redis, and a node that {@code described} says more of. */
  static Asker of(UnaryOperator<RpcNodeBuilder> described) {
    RedisServer server = RedisServer.start();
    RpcNodeBuilder node = RpcNode.builder(NODE).redis(server.directUri());
    return new Asker(server, described.apply(node).start());
  }

  /** Where Redis is. */
  String uri() {
    return server.directUri();
  }

  int requestsInHand() {
    return node.stats().requestsInHand();
  }

  static String nextId() {
    return "q" + LAST_ID.incrementAndGet();
  }

  static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(json, broken);
    }
  }

  /** Calls through the node's inbox; the answer as it came. */
  JsonNode call(String method, String params) {
    String id = nextId();
    send(request('"' + id + '"', method, params, ""));
    return answer(id);
  }

  void send(String message) {
    redis.push("nodes:" + NODE, message);
  }

  static String request(String id, String method, String params, String more) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"%s\"%s,\"params\":%s}"
        .formatted(id, method, more, params);
  }

  /** The answer to a call that named no {@code replyTo}. */
  JsonNode answer(String id) {
    return answerOn("nodes:" + NODE + ':' + id);
  }

  JsonNode answerOn(String key) {
    String answer = redis.pop(key, PATIENCE_SECONDS);
    if (answer == null) {
      throw new AssertionError("no answer on " + key);
    }
    return tree(answer);
  }

  @Override
  public void close() {
    redis.close();
    node.close();
    server.close();
  }
}
