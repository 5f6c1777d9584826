package io.callbox.internal.redisson.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.callbox.internal.redisson.script.RedisOfItsOwn;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.testkit.time.Await;
import io.callbox.transport.QueueName;
import io.callbox.trial.LogLines;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The client of a program that ends, or of a user who has closed it. */
final class ShutClientTest {

  private static final QueueName QUEUE = new QueueName("services:Arith");

  private final LogLines netty = LogLines.of("io.netty.util.concurrent.DefaultPromise");

  /** Netty would refuse the connection, and log this as an error. */
  @Test
  void clientThatIsShutIsAskedForNoConnection() {
    try (RedisOfItsOwn redis = new RedisOfItsOwn();
        Scripts scripts = redis.scripts()) {
      DirectConnection used = scripts.connectionTo(QUEUE);
      DirectConnection unused = scripts.connectionTo(QUEUE);
      used.open();
      Await.until("it is connected", () -> used.ready() != null);
      scripts.client().shutdown(0, 2, TimeUnit.SECONDS);
      assertNull(used.ready());
      assertNull(unused.ready());
      assertEquals(List.of(), netty.records());
    } finally {
      netty.close();
    }
  }
}
