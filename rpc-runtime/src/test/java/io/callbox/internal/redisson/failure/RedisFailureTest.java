package io.callbox.internal.redisson.failure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.QueueName;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redisson.client.RedisConnectionException;
import org.redisson.client.RedisException;
import org.redisson.client.RedisTimeoutException;

final class RedisFailureTest {

  private static final QueueName REPLIES = new QueueName("replies:n:c2.SECRET");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERR no. channel: [id: 0x1] command: (BLMPOP), params: [1, replies:n:c2.SECRET]",
        "ERR no. channel: [id: 0x1] data: CommandData [command=(X), params: [SECRET]]",
        "ERR no for command: (PING), params: [], Redis client: [addr=redis://SECRET]",
        "ERR no, command: (EVALSHA), params: [replies:n:c2.SECRET,\n{}] after 4 attempts"
      })
  void commandThatRedissonQuotesIsPassedOnNeitherInTheMessageNorInACause(String said) {
    RedisTimeoutException inner = new RedisTimeoutException(said);
    RpcException failure =
        RedisFailure.of(
            REPLIES, new CompletionException(new RedisException("outer: " + said, inner)));
    assertEquals("Redis failed on replies:n:c2.…: outer: ERR no", failure.getMessage());
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertFalse(trace.toString().contains("SECRET"), trace.toString());
    Throwable innermost = Objects.requireNonNull(failure.getCause()).getCause();
    assertNotNull(innermost);
    assertEquals("ERR no", innermost.getMessage());
    assertArrayEquals(inner.getStackTrace(), innermost.getStackTrace());
  }

  @Test
  void clientOfASingleServerIsToldThatItHasMetACluster() {
    RedisException moved = new RedisException("MOVED redirection loop detected");
    String said = String.valueOf(RedisFailure.of(REPLIES, moved).getMessage());
    assertTrue(said.contains("Redis Cluster") && said.contains("useClusterServers"), said);
  }

  @Test
  void failureThatQuotesNothingIsTheCauseItself() {
    RedisConnectionException cause = new RedisConnectionException("refused", new Exception("why"));
    assertSame(cause, RedisFailure.of(REPLIES, new CompletionException(cause)).getCause());
  }

  @Test
  void scriptThatMeetsARedisWithoutWritesMaySucceedLater() {
    String redis6 = "ERR Error running script (call to f_0): @user_script:12: @user_script: 12: ";
    assertEquals(StatusCode.INTERNAL, codeOf(redis6 + "WRONGTYPE Operation against a key"));
    assertEquals(StatusCode.INTERNAL, codeOf("WRONGTYPE Operation, on @user_script:12."));
    assertEquals(StatusCode.UNAVAILABLE, codeOf(redis6 + "-READONLY You can't write against"));
    assertEquals(StatusCode.UNAVAILABLE, codeOf(redis6 + "-MISCONF Redis is configured to save"));
    assertEquals(StatusCode.UNAVAILABLE, codeOf("READONLY You can't, on @user_script:12."));
  }

  private static StatusCode codeOf(String said) {
    return RedisFailure.of(REPLIES, new RedisException(said)).code();
  }
}
