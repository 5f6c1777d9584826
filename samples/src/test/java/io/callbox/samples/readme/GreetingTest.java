package io.callbox.samples.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.samples.demo.LocalRedis;
import org.junit.jupiter.api.Test;

/** What the README shows first. */
final class GreetingTest {

  @Test
  void oneNodeGreetsThroughAnother() throws Exception {
    try (LocalRedis redis = LocalRedis.start()) {
      assertEquals("Hello, world", Greeting.greetWorld(redis.uri()));
    }
  }
}
