package io.callbox.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testing.Arith;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Queues that have had nothing for a while are waited for longer at a time. */
@Timeout(60)
final class QuietQueuesTest {

  /** Its inbox and its service's queue: waits of one, of one and of two seconds, and the next. */
  private static final int LONG_WAITS = 8;

  private static final Pattern WAIT =
      Pattern.compile("\"BLMOVE\".* \"([0-9]+)\"$", Pattern.CASE_INSENSITIVE);

  private RedisServer redis;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  private RpcNode serve(String uri) {
    return RpcNode.builder("server")
        .redis(uri)
        .register(new Arith.Skeleton((a, b) -> a * b))
        .start();
  }

  private long calls(String command) {
    Matcher calls =
        Pattern.compile("cmdstat_" + Pattern.quote(command) + ":calls=(\\d+)")
            .matcher(redis.command("INFO", "commandstats"));
    return calls.find() ? Long.parseLong(calls.group(1)) : 0;
  }

  @Test
  void quietNodeAnswersAndEndsItsLongWaitsWhenItCloses() throws IOException {
    RpcNode server = serve(redis.directUri());
    try (Monitor monitor = new Monitor(redis.port());
        RpcNode client = RpcNode.builder("client").redis(redis.directUri()).start()) {
      monitor.await("its waits are long", line -> lasts(line) > 1);
      Await.until("so are the next", () -> calls("blmove") >= LONG_WAITS);
      assertEquals(2, calls("client|id"));
      Arith arith = new Arith.Stub(client.channelTo("server"));
      assertEquals(56, arith.multiply(7, 8));
      long before = calls("client|unblock");
      server.close();
      assertTrue(calls("client|unblock") > before);
    }
  }

  @Test
  void userWithoutTheRightToEndAWaitWaitsBriefly() throws IOException {
    RpcNode server = serve(AccessRules.allowAllBut(redis, "old", "-client|id"));
    try (Monitor monitor = new Monitor(redis.port())) {
      for (int waits = 0; waits < LONG_WAITS; waits++) {
        assertEquals(1, lasts(monitor.await("a wait", line -> lasts(line) > 0)));
      }
      server.close();
    }
    assertEquals(0, calls("client|unblock"));
  }

  /** For how many seconds a command waits; 0 if it is none that waits. */
  private static int lasts(String line) {
    Matcher wait = WAIT.matcher(line);
    return wait.find() ? Integer.parseInt(wait.group(1)) : 0;
  }

  /** Reads the commands that Redis runs. */
  private static final class Monitor implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader lines;

    Monitor(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(40_000);
      lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      socket.getOutputStream().write("MONITOR\r\n".getBytes(UTF_8));
      assertEquals("+OK", lines.readLine());
    }

    String await(String what, Predicate<String> wanted) throws IOException {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (wanted.test(line)) {
          return line;
        }
      }
      throw new AssertionError("Redis closed the connection before " + what);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
