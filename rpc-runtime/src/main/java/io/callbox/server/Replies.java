package io.callbox.server;

import io.callbox.transport.BrokerClock;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushBatcher;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.wire.RequestId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends responses, those to one caller together. Safe for use by many threads. */
final class Replies {

  private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

  /** How long a reply is kept beyond its call's deadline. */
  private static final long KEEP_MILLIS = Duration.ofMinutes(1).toMillis();

  private final ServerSettings settings;
  private final BrokerClock clock;
  private final PushBatcher batcher;

  Replies(ServerSettings settings, Transport transport) {
    this.settings = settings;
    this.clock = transport.clock();
    this.batcher = new PushBatcher(transport::reply);
  }

  /** Sends a response; completes when it has been sent, or has been given up and logged. */
  CompletableFuture<@Nullable Void> send(Answers.Address address, byte[] response) {
    QueueName queue = queueOf(address);
    return batcher
        .push(queue, response, keepMillis(address))
        .exceptionally(
            failure -> {
              LOG.warn("a reply to {} was lost: {}", queue, failure.getMessage());
              return null;
            });
  }

  /** Forgets the queues of callers that have nothing under way. */
  void forgetIdle() {
    batcher.forgetIdle();
  }

  private QueueName queueOf(Answers.Address address) {
    Namespace namespace = settings.namespace();
    RequestId id = address.id() == null ? RequestId.NULL : address.id();
    QueueName own = namespace.reply(settings.node(), id.text());
    String asked = address.replyTo();
    return asked == null ? own : namespace.replyTo(asked).orElse(own);
  }

  private long keepMillis(Answers.Address address) {
    long left = address.deadline() == 0 ? 0 : address.deadline() - clock.millis();
    return KEEP_MILLIS + Math.max(0, left);
  }
}
