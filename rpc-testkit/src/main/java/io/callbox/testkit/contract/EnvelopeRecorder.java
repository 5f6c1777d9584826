package io.callbox.testkit.contract;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.testkit.forwarding.ForwardingTransport;
import io.callbox.transport.PushOptions;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import io.callbox.transport.Transport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Records the messages that pass a transport. Safe for use by many threads. */
final class EnvelopeRecorder {

  private final Transport recorded;

  /** The monitor guards them: threads that push and reply race with the test that drains. */
  @GuardedBy("this")
  private final List<String> envelopes = new ArrayList<>();

  EnvelopeRecorder(Transport recorded) {
    this.recorded = recorded;
  }

  /** Returns the messages since the last call. */
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

  private final class Recording extends ForwardingTransport {

    Recording() {
      super(recorded);
    }

    @Override
    public CompletionStage<PushResult> push(
        QueueName queue, List<byte[]> messages, PushOptions admission) {
      messages.forEach(EnvelopeRecorder.this::add);
      return super.push(queue, messages, admission);
    }

    @Override
    public CompletionStage<Integer> reply(
        QueueName queue, List<ReplyMessage> answers, Duration keep) {
      answers.forEach(answer -> add(answer.response()));
      return super.reply(queue, answers, keep);
    }
  }
}
