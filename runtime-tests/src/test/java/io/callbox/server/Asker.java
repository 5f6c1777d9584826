package io.callbox.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import java.util.concurrent.atomic.AtomicInteger;

/** A person with {@code redis-cli}: pushes JSON to a node and pops its answers. */
final class Asker implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger LAST_ID = new AtomicInteger();
  private static final int PATIENCE_SECONDS = 5;

  final RedisCommands redis;
  private final String node;

  Asker(RedisServer server, String node) {
    this.redis = RedisCommands.to(server.port());
    this.node = node;
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
    redis.push("nodes:" + node, message);
  }

  static String request(String id, String method, String params, String more) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"%s\"%s,\"params\":%s}"
        .formatted(id, method, more, params);
  }

  /** The answer to a call that named no {@code replyTo}. */
  JsonNode answer(String id) {
    return answerOn("nodes:" + node + ':' + id);
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
  }
}
