package io.callbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.registry.NodeInfo;
import io.callbox.transport.AckMode;
import io.callbox.transport.Delivery;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class RequestSinkTest {

  private static final Executor REFUSING =
      task -> {
        throw new RejectedExecutionException("on purpose");
      };

  private final InMemoryTransport transport = new InMemoryTransport();
  private final ServerSettings settings =
      new ServerSettings(
          new NodeInfo(
              "node", "1", new NodeInfo.Place("here", 1), Instant.EPOCH, null, Map.of(), List.of()),
          new Worker("node", "1"),
          Namespace.NONE,
          2,
          1 << 20,
          AckMode.ON_ANSWER,
          Duration.ofSeconds(6),
          FailureReports.Terms.DEFAULT,
          Duration.ofSeconds(10),
          null);
  private final Holdings holdings = new Holdings();
  private final ServiceTable services = new ServiceTable(List.of(), Namespace.NONE);
  private final ServerStats stats = new ServerStats();
  private final RequestSink sink =
      new RequestSink(
          2,
          REFUSING,
          new RequestSink.Parties(
              new Dispatcher(
                  settings,
                  services,
                  stats,
                  new CallRunner(settings, stats, transport, new RunningCalls())),
              new Replies(settings, transport, holdings),
              holdings,
              () -> true));

  @Test
  void requestsThatCannotBeHandedOverKeepNoPermit() throws Exception {
    QueueName queue = Namespace.NONE.inbox("node");
    assertEquals(2, sink.reserve());
    sink.accept(
        List.of(new Delivery(queue, new byte[1], null), new Delivery(queue, new byte[2], null)));
    assertTrue(sink.awaitIdle(Duration.ofSeconds(10)));
    assertEquals(0, sink.inHand());
    transport.close();
  }
}
