package io.callbox.testkit.network;

import io.callbox.transport.DeadLetterStore;
import io.callbox.transport.QueueName;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The dead letters as one node reaches them. */
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
  public CompletionStage<List<Replay>> replay(
      QueueName queue, List<Replacement> replacements, int maxLength) {
    return transport.reaching(
        Collections.nCopies(replacements.size(), Replay.GONE),
        () ->
            broker
                .replay(queue, replacements, maxLength)
                .whenComplete((done, failure) -> transport.network.meter.busy(replayed(done))));
  }

  private static int replayed(@Nullable List<Replay> outcomes) {
    return outcomes == null ? 0 : Collections.frequency(outcomes, Replay.DONE);
  }

  @Override
  public CompletionStage<List<Boolean>> drop(QueueName queue, List<byte[]> entries) {
    return transport.reaching(
        Collections.nCopies(entries.size(), false), () -> broker.drop(queue, entries));
  }
}
