package io.callbox.testkit.network;

import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes the messages that arrive at one end. If the end is disabled during a take, the take is
 * given up. In memory this loses nothing; with Redis, the messages of the take stay with their
 * holder.
 */
final class NetworkConsumer implements QueueConsumer {

  private final QueueConsumer broker;
  private final EndTransport transport;

  NetworkConsumer(QueueConsumer broker, EndTransport transport) {
    this.broker = broker;
    this.transport = transport;
  }

  @Override
  public void check() {
    broker.check();
  }

  @Override
  public void serve(List<QueueName> queues) {
    broker.serve(queues);
  }

  @Override
  public void pause(Set<QueueName> paused) {
    broker.pause(paused);
  }

  @Override
  public int take(int max, Duration wait, Receiver receiver) {
    if (!transport.end.isEnabled()) {
      transport.end.awaitChange(wait);
      return 0;
    }
    int[] arrived = new int[1];
    broker.take(
        max,
        wait,
        new Receiver() {
          @Override
          public void receive(List<Delivery> taken) {
            arrived[0] += pass(taken, receiver);
          }

          @Override
          public long bytesLeft() {
            return receiver.bytesLeft();
          }
        });
    return arrived[0];
  }

  private int pass(List<Delivery> taken, Receiver receiver) {
    List<Delivery> arrived = transport.end.isEnabled() ? arrived(taken) : List.of();
    try {
      if (!arrived.isEmpty()) {
        receiver.receive(arrived);
      }
    } finally { // a reply counts as under way until its caller has it
      transport.network.meter.busy(-replies(arrived));
    }
    return arrived.size();
  }

  private static int replies(List<Delivery> arrived) {
    int replies = 0;
    for (Delivery delivery : arrived) {
      boolean reply = Keys.isReplies(delivery.queue());
      replies += reply && delivery.message().length > 0 ? 1 : 0;
    }
    return replies;
  }

  private List<Delivery> arrived(List<Delivery> taken) {
    boolean sound = transport.network.topology.isSound();
    List<Delivery> arrived = new ArrayList<>(taken.size());
    int requests = 0;
    int length = 0;
    for (Delivery delivery : taken) {
      boolean request = !Keys.isReplies(delivery.queue());
      if (request && !sound && isCut(delivery)) {
        lose(delivery);
        continue;
      }
      if (request) {
        transport.network.trace.request(delivery.message(), "taken by", transport.end.node());
      }
      requests += request ? 1 : 0;
      length += request ? delivery.message().length : 0;
      arrived.add(delivery);
    }
    transport.network.meter.taken(transport.end.node(), requests, length);
    return arrived;
  }

  private boolean isCut(Delivery request) {
    String from = Envelope.of(request.message()).from();
    return transport.network.topology.isCut(from, transport.end.node());
  }

  private void lose(Delivery request) {
    QueueName held = request.taken();
    if (held != null) {
      transport.network.broker.acknowledge(held, List.of(request));
    }
    transport.network.meter.lost();
    transport.network.meter.busy(-1);
  }

  @Override
  public long unanswered() {
    return broker.unanswered();
  }

  @Override
  public void wakeUp() {
    transport.end.wakeUp();
    broker.wakeUp();
  }

  @Override
  public void close() {
    transport.end.remove(broker);
    broker.close();
  }
}
