package io.callbox.testkit.network;

import io.callbox.transport.DeadLetterStore;
import io.callbox.transport.QueueName;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The requests that were given up on as one node reaches them. */
final class EndDeadLetters implements DeadLetterStore {

  private final DeadLetterStore broker;
  private final EndTransport transport;

  EndDeadLetters(DeadLetterStore broker, EndTransport transport) {
    this.broker = broker;
    this.transport = transport;
  }

  @Override
  public CompletionStage<Integer> count(QueueName queue) {
    return transport.reaching(0, () -> broker.count(queue));
  }

  @Override
  public CompletionStage<List<byte[]>> read(
      QueueName queue, boolean oldestFirst, int from, int most) {
    return transport.reaching(List.of(), () -> broker.read(queue, oldestFirst, from, most));
  }

  @Override
  public CompletionStage<Replay> replay(QueueName queue, Replacement replacement, int maxLength) {
    return transport.reaching(
        Replay.GONE,
        () ->
            broker
                .replay(queue, replacement, maxLength)
                .whenComplete(
                    (done, failure) -> transport.network.meter.busy(done == Replay.DONE ? 1 : 0)));
  }

  @Override
  public CompletionStage<Boolean> drop(QueueName queue, byte[] entry) {
    return transport.reaching(false, () -> broker.drop(queue, entry));
  }
}
