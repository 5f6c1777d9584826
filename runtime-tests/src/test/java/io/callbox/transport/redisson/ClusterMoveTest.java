package io.callbox.transport.redisson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.redis.RedisCluster;
import io.callbox.testkit.redis.RedisMember;
import io.callbox.testkit.time.Await;
import io.callbox.transport.QueueName;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A request that goes to a queue of another master, as one that was handed over does. */
@Timeout(120)
final class ClusterMoveTest {

  private static final Pattern CALLS = Pattern.compile("cmdstat_evalsha:calls=(\\d+)");
  private static final byte[] HANDED_OVER = "handed over".getBytes(UTF_8);
  private static final byte[] REQUEST = "request".getBytes(UTF_8);

  private RedisCluster cluster;
  private RedissonTransport transport;
  private QueueName inbox;
  private QueueName queue;
  private RedisMember first;
  private RedisMember second;

  @BeforeEach
  void start() {
    cluster = RedisCluster.start();
    transport = RedissonTransport.of(cluster.client());
    first = cluster.masters().get(0);
    second = cluster.masters().get(1);
    inbox = onThe(first, "nodes:gone");
    queue = onThe(second, "services:Served");
    handOver();
    move().join(); // both masters know the scripts, and have connections
    second.command("DEL", queue.key());
    handOver();
  }

  private void handOver() {
    first.command("LPUSH", inbox.key(), new String(HANDED_OVER, UTF_8));
  }

  @AfterEach
  void stop() {
    transport.close();
    cluster.close();
  }

  /** It was admitted before: there is no place for it but this queue. */
  @Test
  void requestIsMovedToAServerThatIsFull() {
    second.command("CONFIG", "SET", "maxmemory", "1");
    assertTrue(move().join());
    assertEquals("1", second.command("LLEN", queue.key()));
  }

  private static QueueName onThe(RedisMember master, String prefix) {
    for (int number = 0; ; number++) {
      String key = prefix + number;
      if (isServed(master, key)) {
        return new QueueName(key);
      }
      assertTrue(number < 1_000, "it serves no such key");
    }
  }

  private static boolean isServed(RedisMember master, String key) {
    try {
      return master.command("LLEN", key).equals("0");
    } catch (IllegalStateException moved) {
      return false;
    }
  }

  private CompletableFuture<Boolean> move() {
    return transport.move(inbox, HANDED_OVER, queue, REQUEST).toCompletableFuture();
  }

  @Test
  void requestIsThereOnce() throws Exception {
    assertTrue(move().get(30, TimeUnit.SECONDS));
    assertEquals("[request]", second.command("LRANGE", queue.key(), "0", "-1"));
    assertEquals("0", first.command("LLEN", inbox.key()));
  }

  @Test
  void requestStaysWhereItIsWhileTheOtherMasterDoesNotAnswer() {
    second.pause();
    CompletableFuture<Boolean> moved = move();
    assertThrows(ExecutionException.class, () -> moved.get(60, TimeUnit.SECONDS));
    assertEquals("[handed over]", first.command("LRANGE", inbox.key(), "0", "-1"));
    second.resume();
    assertEquals("0", second.command("LLEN", queue.key()));
  }

  @Test
  void requestGoesBackIfTheOtherMasterIsGoneMeanwhile() {
    CompletableFuture<Boolean> moved = moveUntilItIsTakenOut();
    second.kill();
    first.resume();
    assertThrows(ExecutionException.class, () -> moved.get(60, TimeUnit.SECONDS));
    Await.until("it is back", () -> !first.command("LLEN", inbox.key()).equals("0"));
    assertEquals("[handed over]", first.command("LRANGE", inbox.key(), "0", "-1"));
  }

  /** It has left its queue, the other refuses it, and so does its own when it is to go back. */
  @Test
  void requestThatNeitherMasterTakesMayBeLostWhichIsSaid() {
    for (RedisMember master : List.of(first, second)) {
      master.command("ACL", "SETUSER", "default", "-lpush", "-rpush");
    }
    ExecutionException failed =
        assertThrows(ExecutionException.class, () -> move().get(60, TimeUnit.SECONDS));
    RpcException lost = assertInstanceOf(RpcException.class, failed.getCause());
    assertEquals(StatusCode.INTERNAL, lost.code());
    assertEquals(Executed.UNKNOWN, lost.executed());
    String said = String.valueOf(lost.getMessage());
    assertTrue(said.startsWith("a request of " + inbox + " may be lost: "), said);
    assertTrue(said.contains("do that on " + queue) && said.contains("do that on " + inbox), said);
    assertEquals("0", first.command("LLEN", inbox.key()));
    assertEquals("0", second.command("LLEN", queue.key()));
  }

  /** The other master has answered, and that which has the request does not answer yet. */
  private CompletableFuture<Boolean> moveUntilItIsTakenOut() {
    long before = scriptsRun(second);
    first.pause();
    CompletableFuture<Boolean> moved = move();
    Await.until("the other master has answered", () -> scriptsRun(second) > before);
    return moved;
  }

  private static long scriptsRun(RedisMember master) {
    Matcher calls = CALLS.matcher(master.command("INFO", "commandstats"));
    return calls.find() ? Long.parseLong(calls.group(1)) : 0;
  }

  /** It may be one that must not run twice. */
  @Test
  void requestIsThereOnceThoughTheAnswerIsLost() {
    CompletableFuture<Boolean> moved = moveUntilItIsTakenOut();
    second.pause();
    first.resume();
    assertThrows(ExecutionException.class, () -> moved.get(60, TimeUnit.SECONDS));
    second.resume();
    Await.until("it is there", () -> !second.command("LLEN", queue.key()).equals("0"));
    assertEquals("[request]", second.command("LRANGE", queue.key(), "0", "-1"));
  }
}
