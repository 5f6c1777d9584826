package io.callbox.samples.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import org.junit.jupiter.api.Test;

/** What the README shows first. */
@CallboxTest
final class GreetingTest {

  @Test
  void oneNodeGreetsThroughAnother(RedisServer redis) {
    assertEquals("Hello, world", Greeting.greetWorld(redis.uri()));
  }
}
