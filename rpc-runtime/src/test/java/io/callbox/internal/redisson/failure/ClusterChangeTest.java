package io.callbox.internal.redisson.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.redisson.client.RedisClusterDownException;
import org.redisson.client.RedisException;
import org.redisson.client.RedisLoadingException;
import org.redisson.client.RedisNodeNotFoundException;
import org.redisson.client.RedisTimeoutException;

/** Which commands are sent again because they were not executed, and for how long. */
@Timeout(60)
final class ClusterChangeTest {

  private final Deque<RuntimeException> failures = new ArrayDeque<>();
  private int sent;

  private CompletionStage<Integer> send() {
    sent++;
    RuntimeException failure = failures.poll();
    return failure == null
        ? CompletableFuture.completedFuture(sent)
        : CompletableFuture.failedFuture(failure);
  }

  private static RuntimeException unknown() {
    return new RedisNodeNotFoundException("Node for slot: 3 hasn't been discovered yet");
  }

  @Test
  void commandOfAServerThatIsNotKnownIsSentUntilOneIs() throws Exception {
    failures.addAll(List.of(unknown(), new CompletionException(unknown()), unknown()));
    assertEquals(4, ClusterChange.outlasted(this::send).get(30, TimeUnit.SECONDS));
  }

  @Test
  void commandThatAServerDoesNotServeForNowIsSentAgain() throws Exception {
    failures.add(new RedisClusterDownException("CLUSTERDOWN Hash slot not served"));
    failures.add(new RedisLoadingException("LOADING Redis is loading the dataset in memory"));
    assertEquals(3, ClusterChange.outlasted(this::send).get(30, TimeUnit.SECONDS));
  }

  @Test
  void commandThatMayHaveBeenExecutedFailsAtOnce() {
    for (RuntimeException failure :
        List.of(
            new RedisTimeoutException("no answer"),
            new RedisException("ERR no"),
            new IllegalStateException("closed"))) {
      failures.add(failure);
      CompletableFuture<Integer> answer = ClusterChange.outlasted(this::send);
      assertTrue(answer.isCompletedExceptionally());
      assertSame(failure, assertThrows(ExecutionException.class, answer::get).getCause());
    }
    assertEquals(3, sent);
  }

  @Test
  void commandFailsOnceAChangeTakesTooLong() {
    failures.add(unknown());
    CompletableFuture<Integer> answer = ClusterChange.outlasted(this::send, Duration.ZERO);
    assertTrue(answer.isCompletedExceptionally());
    assertEquals(1, sent);
  }

  @Test
  void clientThatRefusesCommandsEndsTheWait() {
    failures.add(unknown());
    CompletableFuture<Integer> answer =
        ClusterChange.outlasted(
            () -> {
              if (sent == 1) {
                throw new IllegalStateException("closed");
              }
              return send();
            });
    ExecutionException refused =
        assertThrows(ExecutionException.class, () -> answer.get(30, TimeUnit.SECONDS));
    assertEquals("java.lang.IllegalStateException: closed", refused.getMessage());
  }
}
