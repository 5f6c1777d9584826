package io.callbox.testkit.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class RedisProcessTest {

  private static final int KEYS = 1_000;

  /** Redis answers some commands while it still reads its file. */
  @Test
  void processHasReadWhatItHasKeptWhenItIsStarted() {
    try (RedisProcess process = RedisProcess.start(List.of())) {
      String fill = "for key = 1, %d do redis.call('SET', key, string.rep('x', 1024)) end";
      RedisCommands.command(process.port(), "EVAL", fill.formatted(KEYS), "0");
      process.stop();
      process.launchAgain(
          "--key-load-delay", "1000", "--loading-process-events-interval-bytes", "1024");
      assertEquals(Integer.toString(KEYS), RedisCommands.command(process.port(), "DBSIZE"));
    }
  }
}
