package io.callbox.testkit.contract;

import io.callbox.transport.Admission;
import io.callbox.transport.Admitted;
import io.callbox.transport.Answer;
import io.callbox.transport.Backlog;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Consumer;
import io.callbox.transport.Delivery;
import io.callbox.transport.Leases;
import io.callbox.transport.Members;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Writes down what passes a transport. Safe for use by many threads. */
final class EnvelopeRecorder {

  private final Transport recorded;
  private final List<String> envelopes = new ArrayList<>();

  EnvelopeRecorder(Transport recorded) {
    this.recorded = recorded;
  }

  /** What has passed since it was last asked. */
  synchronized List<String> drain() {
    List<String> drained = List.copyOf(envelopes);
    envelopes.clear();
    return drained;
  }

  private synchronized void add(byte[] envelope) {
    envelopes.add(new String(envelope, StandardCharsets.UTF_8));
  }

  Transport transport() {
    return new Recording();
  }

  private final class Recording implements Transport {

    @Override
    public CompletionStage<Admitted> push(
        QueueName queue, List<byte[]> messages, Admission admission) {
      messages.forEach(EnvelopeRecorder.this::add);
      return recorded.push(queue, messages, admission);
    }

    @Override
    public CompletionStage<Boolean> withdraw(QueueName queue, byte[] message) {
      return recorded.withdraw(queue, message);
    }

    @Override
    public CompletionStage<Backlog> backlog(QueueName queue) {
      return recorded.backlog(queue);
    }

    @Override
    public CompletionStage<Integer> reply(QueueName queue, List<Answer> answers, Duration keep) {
      answers.forEach(answer -> add(answer.response()));
      return recorded.reply(queue, answers, keep);
    }

    @Override
    public CompletionStage<@Nullable Void> acknowledge(QueueName taken, List<Delivery> requests) {
      return recorded.acknowledge(taken, requests);
    }

    @Override
    public Consumer consume(List<QueueName> queues) {
      return recorded.consume(queues);
    }

    @Override
    public Consumer consume(List<QueueName> queues, Worker holder) {
      return recorded.consume(queues, holder);
    }

    @Override
    public void signal(QueueName channel, byte[] message) {
      recorded.signal(channel, message);
    }

    @Override
    public Listening listen(QueueName channel, Listener listener) {
      return recorded.listen(channel, listener);
    }

    @Override
    public Leases leases() {
      return recorded.leases();
    }

    @Override
    public Members members(Namespace namespace) {
      return recorded.members(namespace);
    }

    @Override
    public BrokerClock clock() {
      return recorded.clock();
    }

    @Override
    public void close() {
      recorded.close();
    }
  }
}
