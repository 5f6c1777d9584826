package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.trial.RecordingListener;
import io.callbox.trial.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every command that nodes send is one that a start tries, so that a missing right is named; or
 * that a script runs, which decides before it writes; or without which a node works.
 */
@Timeout(60)
final class UsedCommandsTest {

  /** Those of {@code MissingRightsTest}. */
  private static final Set<String> TRIED =
      Set.of("evalsha", "script|load", "blmove", "blmpop", "publish", "mget", "subscribe");

  private static final Set<String> OF_CONNECTIONS =
      Set.of("hello", "auth", "ping", "client|setname");

  /** Redisson tries whether it may run a script by its text, which it need not. */
  private static final Set<String> SPARED =
      Set.of("client|id", "client|unblock", "unsubscribe", "eval");

  private static final Set<String> OF_THE_TEST = Set.of("config|resetstat", "info");

  private static final Path SCRIPTS =
      Path.of("../rpc-runtime/src/main/resources/io/callbox/internal/redisson/script");

  private static final Pattern CALL = Pattern.compile("redis\\.p?call\\('([A-Z]+)'");
  private static final Pattern STATISTIC = Pattern.compile("cmdstat_([^:]+):");

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);

  @Test
  void everyCommandIsTriedAtTheStartOrRunByAScriptOrSpared() throws IOException {
    Set<String> used;
    try (RedisServer redis = RedisServer.start()) {
      redis.command("CONFIG", "RESETSTAT");
      live(redis);
      used = new TreeSet<>(found(STATISTIC, redis.command("INFO", "commandstats")));
    }
    assertTrue(used.containsAll(TRIED), used::toString);
    used.removeAll(ofScripts());
    for (Set<String> known : List.of(TRIED, OF_CONNECTIONS, SPARED, OF_THE_TEST)) {
      used.removeAll(known);
    }
    assertEquals(Set.of(), used, "a start has to try what nodes send");
  }

  /** What nodes do: call, be cancelled, look at others and hear of them. */
  private void live(RedisServer redis) {
    try (RpcNode caller = node(redis, "caller").start()) {
      RecordingListener heard = new RecordingListener();
      caller.registry().listen(heard);
      try (RpcNode worker =
          node(redis, "worker")
              .register(new Tasks.Skeleton((method, number, millis) -> hold(number)))
              .start()) {
        Await.until("it is seen", () -> heard.has("up worker"));
        CompletableFuture<Integer> held = new Tasks.Stub(caller.channelToAny()).onceAsync(1, 0);
        Await.latch(begun);
        held.cancel(true);
        Await.until("it has ended", () -> worker.stats().requestsInHand() == 0);
      }
    }
  }

  private int hold(int number) {
    begun.countDown();
    Await.latch(open);
    return number;
  }

  private static RpcNodeBuilder node(RedisServer redis, String id) {
    return RpcNode.builder(id).redis(redis.directUri()).lease(Duration.ofMillis(600));
  }

  private static Set<String> ofScripts() throws IOException {
    Set<String> commands = new TreeSet<>();
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      for (Path file : files.toList()) {
        commands.addAll(found(CALL, Files.readString(file)));
      }
    }
    return commands;
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher each = pattern.matcher(text);
    while (each.find()) {
      found.add(each.group(1).toLowerCase(Locale.ROOT));
    }
    return found;
  }
}
