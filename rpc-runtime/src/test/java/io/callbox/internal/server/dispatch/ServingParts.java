package io.callbox.internal.server.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.lease.HeldRequests;
import io.callbox.internal.server.reply.FailureReports;
import io.callbox.internal.server.reply.ResponseSender;
import io.callbox.internal.server.reply.ResponseSink;
import io.callbox.internal.server.service.ServiceTable;
import io.callbox.internal.server.settings.ServerSettings;
import io.callbox.internal.server.stats.ServerStats;
import io.callbox.internal.server.stream.OpenStreams;
import io.callbox.internal.wire.ReplyAddress;
import io.callbox.internal.wire.RequestReader;
import io.callbox.internal.wire.ScannedRequest;
import io.callbox.internal.wire.Slice;
import io.callbox.registry.NodeInfo;
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
public final class ServingParts implements AutoCloseable {

  public static final Worker WORKER = new Worker("server", "1");
  public static final int MAX_BYTES = 1_000;

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

  public final InMemoryTransport transport;
  public final ServerSettings settings;
  public final ServerStats stats = new ServerStats();
  public final RunningCalls running = new RunningCalls();
  public final HeldRequests heldRequests = new HeldRequests();
  public final ResponseSender replies;
  public final OpenStreams streams;
  public final CallRunner runner;
  public final Dispatcher dispatcher;
  public final ServiceTable services;

  private final TaskScheduler later;

  public ServingParts(
      BrokerClock clock, @Nullable Interceptor interceptor, ServiceSkeleton... skeletons) {
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
    this.later = new TaskScheduler("serving-parts", clock);
    this.replies =
        new ResponseSender(WORKER.node(), Namespace.NONE, transport, later, heldRequests);
    this.streams = new OpenStreams(8, clock, later, replies, Runnable::run);
    this.runner = new CallRunner(settings, stats, transport, running, streams);
    this.dispatcher =
        new Dispatcher(
            settings,
            services,
            stats,
            runner,
            new Refusals(settings, stats),
            new NoDurables(),
            new HandOver(settings, transport, BetterProviders.NONE),
            streams);
  }

  public static QueueName queueOf(String service) {
    return Namespace.NONE.service(service);
  }

  /** Dispatches a message as if it were taken from a service's queue. Returns what it is told. */
  public Answers dispatch(String service, String message) {
    Answers answers = new Answers();
    dispatcher.dispatch(bytes(message), queueOf(service), answers);
    return answers;
  }

  public static Slice bytes(String message) {
    return Slice.of(message.getBytes(StandardCharsets.UTF_8));
  }

  public static String request(String id, String method, String params, String more) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"%s\",\"params\":%s%s}"
        .formatted(id, method, params, more);
  }

  @Override
  public void close() {
    replies.close();
    later.close();
    transport.close();
  }

  private static final class NoDurables implements DurableRequestSink {

    @Override
    public void dispatch(
        RequestReader reader, Slice message, QueueName queue, ResponseSink answers) {
      throw new AssertionError("a durable request");
    }

    @Override
    public boolean dispatchScanned(ScannedRequest request, QueueName queue, ResponseSink answers) {
      throw new AssertionError("a durable request");
    }

    @Override
    public void dispatch(Slice message, QueueName queue, ResponseSink answers) {
      throw new AssertionError("a durable request");
    }
  }

  /** The responses to one request. */
  public static final class Answers implements ResponseSink {

    public final List<byte @Nullable []> responses = new ArrayList<>();
    public int settled;

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
    public JsonNode only() {
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
    public String status() {
      JsonNode data = only().at("/error/data");
      return data.get("status").asText() + '/' + data.get("executed").asText();
    }
  }
}
