package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.trial.OldRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Redis that is too old is refused by its version, not by what it does not understand. */
@Timeout(60)
final class RedisVersionTest {

  @Test
  void tooOldARedisIsToldByItsVersionAndTheOneNeeded() {
    try (OldRedis redis = OldRedis.start("6.2.14")) {
      RpcNodeBuilder node = RpcNode.builder("node").redis(redis.uri());
      RpcException refused = assertThrows(RpcException.class, node::start);
      assertEquals(StatusCode.UNAVAILABLE, refused.code());
      String said = String.valueOf(refused.getMessage());
      assertTrue(said.contains("6.2.14") && said.contains("7.0 or later"), said);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {":7\r\n", "*0\r\n", "*1\r\n$-1\r\n", "*1\r\n$2\r\n\u0001x\r\n"})
  void answerThatIsNoVersionIsSaidInASentence(String answer) {
    try (OldRedis redis = OldRedis.answering(answer)) {
      RpcNodeBuilder node = RpcNode.builder("node").redis(redis.uri());
      RpcException refused = assertThrows(RpcException.class, node::start);
      assertEquals(StatusCode.UNAVAILABLE, refused.code());
      String said = String.valueOf(refused.getMessage());
      assertTrue(said.contains("version") || said.contains("\\u0001x"), said);
    }
  }
}
