package io.callbox.samples.demo;

import java.util.List;

/** Whoever can push a line of JSON can call; no stub, no library. */
final class PlainJson implements Step {

  private static final String REQUEST =
      "{\"jsonrpc\":\"2.0\",\"id\":\"by-hand\",\"method\":\"Arith.multiply\",\"params\":[7,8]}";

  @Override
  public String title() {
    return "a plain LPUSH of JSON";
  }

  @Override
  public String show(Stage stage) throws Exception {
    try (PlainRedis redis = PlainRedis.connect(stage.cluster().redisPort())) {
      redis.command("LPUSH", "nodes:node-1", REQUEST);
      List<String> keyAndReply = redis.command("BRPOP", "nodes:node-1:by-hand", "5");
      Stage.expect(!keyAndReply.isEmpty(), "a reply on nodes:node-1:by-hand");
      String reply = keyAndReply.get(1);
      Stage.expect(reply.contains("\"result\":56"), "the result 56, got " + reply);
      return REQUEST + " was answered " + reply;
    }
  }
}
