package io.callbox.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.annotation.Sync;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.redisson.RedissonTransport;
import io.callbox.trial.Kept;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody has Redis forget all scripts as fast as it can: no command fails for that. */
@Timeout(60)
final class ScriptFlushTest {

  private static final QueueName QUEUE = new QueueName("services:Flushed");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Pattern FORGOTTEN = Pattern.compile("errorstat_NOSCRIPT:count=(\\d+)");
  private static final int RUNS = 200;
  private static final int ENOUGH_FORGOTTEN = 100;

  @RegisterExtension private final Kept kept = new Kept();
  private final RedisServer redis = kept.keep(RedisServer.start("--repl-diskless-sync-delay", "0"));
  private final AtomicBoolean over = new AtomicBoolean();
  private final Thread flushing = new Thread(this::flush, "script-flush");

  private void flush() {
    while (!over.get()) {
      redis.command("SCRIPT", "FLUSH");
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    over.set(true);
    flushing.join();
  }

  private long forgotten() {
    Matcher count = FORGOTTEN.matcher(redis.command("INFO", "errorstats"));
    return count.find() ? Long.parseLong(count.group(1)) : 0;
  }

  /** How often a script runs that finds itself forgotten depends on the machine: often enough. */
  private boolean goesOn(int runs) {
    return runs < RUNS || forgotten() < ENOUGH_FORGOTTEN;
  }

  /** The rights in the documentation have no EVAL; and with EVAL, a user can do without loading. */
  @ParameterizedTest
  @ValueSource(strings = {"+@all", "-eval", "-script|load"})
  void scriptsRun(String rights) throws Exception {
    try (RedissonTransport transport = RedissonTransport.connect(redis.directUri())) {
      redis.command("ACL", "SETUSER", "default", rights);
      flushing.start();
      for (int run = 0; goesOn(run); run++) {
        assertEquals(0, transport.backlog(QUEUE).toCompletableFuture().get().length());
      }
    }
  }

  /** Redis reads these in several pieces, between which it serves others. */
  @Test
  void scriptsWithLargeValuesRun() throws Exception {
    byte[] message = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    try (RedissonTransport transport = RedissonTransport.connect(redis.directUri())) {
      flushing.start();
      int runs = 0;
      while (goesOn(runs)) {
        PushOptions admission = new PushOptions(true, 10_000, "sender", ++runs);
        transport.push(QUEUE, List.of(message), admission).toCompletableFuture().get();
      }
      assertEquals(String.valueOf(runs), redis.command("LLEN", QUEUE.key()));
    }
  }

  @Test
  void scriptsWhoseWritesReachAReplicaRun() throws Exception {
    RedisServer replica = kept.keep(RedisServer.start());
    replica.command("REPLICAOF", "127.0.0.1", Integer.toString(redis.port()));
    Await.until("it follows", () -> redis.command("INFO", "replication").contains("state=online"));
    PushOptions admission = new PushOptions(true, 10_000, "sender", 1);
    try (RedissonTransport transport = RedissonTransport.connect(redis.directUri())) {
      CallStore calls = transport.calls(Namespace.NONE);
      flushing.start();
      for (int run = 0; goesOn(run); run++) {
        byte[] request = "{}".getBytes(StandardCharsets.UTF_8);
        Submission call = new Submission("id" + run, "run", request, 0, MINUTE, false);
        CallStore.Synced synced = submitted(calls, call, admission);
        assertEquals(List.of(CallStore.Submitted.NEW), synced.submitted());
      }
    }
  }

  private static CallStore.Synced submitted(CallStore calls, Submission call, PushOptions admission)
      throws InterruptedException, ExecutionException {
    return calls
        .submit(QUEUE, List.of(call), admission, Sync.REPLICAS, MINUTE)
        .toCompletableFuture()
        .get();
  }
}
