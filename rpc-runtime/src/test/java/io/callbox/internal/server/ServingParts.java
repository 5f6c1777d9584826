package io.callbox.internal.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.lease.InFlightRequests;
import io.callbox.internal.wire.ReplyAddress;
import io.callbox.internal.wire.Slice;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.NodeMembership;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.ServiceSkeleton;
import io.callbox.transport.AckMode;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Delivery;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import io.callbox.transport.memory.InMemoryTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a server behind its request loop, over a broker in memory; nothing is started. */
final class ServingParts implements AutoCloseable {

  static final Worker WORKER = new Worker("server", "1");
  static final int MAX_BYTES = 1_000;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LEASE = Duration.ofSeconds(6);
  private static final NodeInfo SELF =
      new NodeInfo(
          WORKER.node(),
          WORKER.incarnation(),
          new NodeInfo.Place("host", 1),
          Instant.EPOCH,
          null,
          Map.of(),
          List.of());

  final InMemoryTransport transport;
  final ServerSettings settings;
  final ServerStats stats = new ServerStats();
  final RunningCalls running = new RunningCalls();
  final InFlightRequests inFlight = new InFlightRequests();
  final ResponseSender replies;
  final OpenStreams streams;
  final CallRunner runner;
  final Dispatcher dispatcher;
  final ServiceTable services;

  private final TaskScheduler later;

  ServingParts(BrokerClock clock, @Nullable Interceptor interceptor, ServiceSkeleton... skeletons) {
    this.transport = new InMemoryTransport(clock);
    this.settings =
        new ServerSettings(
            SELF,
            WORKER,
            Namespace.NONE,
            8,
            8,
            MAX_BYTES,
            8,
            AckMode.ON_ANSWER,
            LEASE,
            FailureReports.Terms.DEFAULT,
            interceptor);
    this.services = new ServiceTable(List.of(skeletons), Namespace.NONE);
    this.replies = new ResponseSender(WORKER.node(), Namespace.NONE, transport, inFlight);
    this.later = new TaskScheduler("serving-parts", clock);
    this.streams = new OpenStreams("serving-parts", 8, clock, replies, Runnable::run);
    this.runner = new CallRunner(settings, stats, transport, running, streams);
    DurableRequests durables =
        new DurableRequests(
            settings,
            clock,
            new DurableSteps(
                transport.calls(Namespace.NONE),
                replies,
                later,
                new UnconfirmedBegins(clock),
                Runnable::run),
            new NodeMembership(transport, Namespace.NONE, SELF, LEASE, false).paused(),
            held -> true);
    this.dispatcher =
        new Dispatcher(
            settings,
            services,
            stats,
            runner,
            new DurableDispatch(services, stats, runner, durables, new Refusals(settings, stats)),
            new HandOver(settings, transport, BetterProviders.NONE),
            streams);
  }

  static QueueName queueOf(String service) {
    return Namespace.NONE.service(service);
  }

  /** Dispatches a message as if it were taken from a service's queue. Returns what it is told. */
  Answers dispatch(String service, String message) {
    Answers answers = new Answers();
    dispatcher.dispatch(bytes(message), queueOf(service), answers);
    return answers;
  }

  static Slice bytes(String message) {
    return Slice.of(message.getBytes(StandardCharsets.UTF_8));
  }

  static String request(String id, String method, String params, String more) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"%s\",\"params\":%s%s}"
        .formatted(id, method, params, more);
  }

  @Override
  public void close() {
    later.close();
    replies.close();
    transport.close();
  }

  /** The responses to one request. */
  static final class Answers implements ResponseSink {

    final List<byte @Nullable []> responses = new ArrayList<>();
    int settled;

    @Override
    public void answer(ReplyAddress address, byte @Nullable [] response, Runnable sent) {
      responses.add(response);
      sent.run();
    }

    @Override
    public @Nullable Delivery delivery() {
      return null;
    }

    @Override
    public void settled() {
      settled++;
    }

    /** Returns the only response; fails if there is none, or a second one. */
    JsonNode only() {
      if (responses.size() != 1 || responses.get(0) == null) {
        throw new AssertionError("not one response, but " + responses.size());
      }
      try {
        return JSON.readTree(responses.get(0));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    /** Returns the status of the only response, and whether the call may have run. */
    String status() {
      JsonNode data = only().at("/error/data");
      return data.get("status").asText() + '/' + data.get("executed").asText();
    }
  }
}
