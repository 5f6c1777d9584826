package io.callbox.testkit.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

  /** Arguments: the file for what the last answer in a shutdown hook was. */
  public static void main(String[] args) throws InterruptedException {
    RedisServer redis = RedisServer.startUntilClosed();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ask(redis, Path.of(args[0]))));
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
    Path answers = folder.resolve("answers");
    try (NodeProcess program = NodeProcess.start(RedisAtShutdownTest.class, answers.toString())) {
      program.terminate();
    }
    assertEquals("PONG", Files.readString(answers));
  }
}
