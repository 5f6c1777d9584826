package io.callbox.samples.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/** Every node answers rpc.info and rpc.stats, to any client that can push a line of JSON. */
final class OwnWords implements Step {

  private static final String NODE = "node-1";

  @Override
  public String title() {
    return "what a node says of itself";
  }

  @Override
  public String show(Stage stage) throws Exception {
    try (PlainRedis redis = PlainRedis.connect(stage.cluster().redisPort())) {
      JsonNode info = asked(redis, "rpc.info");
      JsonNode multiply = asked(redis, "rpc.stats").at("/methods/Arith.multiply");
      Stage.expect(multiply.at("/calls").asLong() > 0, "calls, got " + multiply);
      return "%s, up for %d s; calls of Arith.multiply: %d, half of them within %d us"
          .formatted(
              info.at("/node").asText(),
              info.at("/uptimeMs").asLong() / 1000,
              multiply.at("/calls").asLong(),
              multiply.at("/ranMicros/p50").asLong());
    }
  }

  private static JsonNode asked(PlainRedis redis, String method) throws IOException {
    String request = "{\"jsonrpc\":\"2.0\",\"id\":\"%1$s\",\"method\":\"%1$s\",\"params\":[]}";
    redis.command("LPUSH", "nodes:" + NODE, request.formatted(method));
    List<String> keyAndReply = redis.command("BRPOP", "nodes:" + NODE + ":" + method, "5");
    Stage.expect(!keyAndReply.isEmpty(), "an answer to " + method);
    return new ObjectMapper().readTree(keyAndReply.get(1)).at("/result");
  }
}
