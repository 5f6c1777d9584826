package io.callbox.benchmarks.streams;

import io.callbox.benchmarks.harness.Broker;
import io.callbox.benchmarks.harness.Brokers;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Nats;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * A subject for each stream, published to without end by one thread each. NATS has no
 * back-pressure: what a subscriber is too slow for is lost, so a publisher waits for the
 * acknowledgment of every 32nd item, which is what a credit of 32 comes to.
 */
final class NatsStreams implements Contestant {

  private static final int WINDOW = 32;

  private final Broker broker = Brokers.startFor("nats");
  private final Connection server = Nats.connect(broker.address());
  private final Connection client = Nats.connect(broker.address());
  private final AtomicInteger streams = new AtomicInteger();

  NatsStreams() throws Exception {}

  @Override
  public void open(LongAdder arrived) {
    String subject = "ticks." + streams.incrementAndGet();
    byte[] text = Contestant.TEXT.getBytes(StandardCharsets.UTF_8);
    Dispatcher granted =
        server.createDispatcher(
            grant -> {
              for (int item = 1; item < WINDOW / 2; item++) {
                server.publish(subject, text);
              }
              server.publish(subject, subject + ".more", text);
            });
    granted.subscribe(subject + ".more");
    client
        .createDispatcher(
            item -> {
              arrived.increment();
              if (item.getReplyTo() != null) {
                client.publish(item.getReplyTo(), text);
              }
            })
        .subscribe(subject);
    client.publish(subject + ".more", text);
    client.publish(subject + ".more", text);
  }

  @Override
  public void close() {
    try {
      client.close();
      server.close();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      broker.close();
    }
  }
}
