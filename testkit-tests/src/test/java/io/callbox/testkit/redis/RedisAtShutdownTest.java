package io.callbox.testkit.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.testkit.process.NodeProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a Redis does when the JVM that started it ends. */
@Timeout(120)
final class RedisAtShutdownTest {

  /** Enough for the JVM's other hooks to run meanwhile. */
  private static final int PINGS = 500;

  @TempDir Path folder;

  /** Arguments: a folder, and whether a shutdown hook closes the Redis. */
  public static void main(String[] args) throws Exception {
    RedisServer redis = RedisServer.startUntilClosed();
    Path folder = Path.of(args[0]);
    Files.writeString(folder.resolve("port"), "" + redis.port());
    if (Boolean.parseBoolean(args[1])) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> ask(redis, folder.resolve("answers"))));
    }
    System.out.println("ready");
    new CountDownLatch(1).await();
  }

  private static void ask(RedisServer redis, Path answers) {
    try (redis) {
      String answer = "";
      for (int ping = 0; ping < PINGS; ping++) {
        answer = redis.command("PING");
      }
      Files.writeString(answers, answer);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void oneThatIsStartedUntilClosedServesShutdownHooks() throws IOException {
    runProgram(true);
    assertEquals("PONG", Files.readString(folder.resolve("answers")));
  }

  @Test
  void oneThatNobodyClosesEndsWithTheJvm() throws IOException {
    runProgram(false);
    int port = Integer.parseInt(Files.readString(folder.resolve("port")));
    assertThrows(UncheckedIOException.class, () -> RedisCommands.to(port));
  }

  private void runProgram(boolean closes) {
    try (NodeProcess program =
        NodeProcess.start(RedisAtShutdownTest.class, folder.toString(), "" + closes)) {
      program.terminate();
    }
  }
}
