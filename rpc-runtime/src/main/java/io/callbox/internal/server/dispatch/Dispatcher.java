package io.callbox.internal.server.dispatch;

import com.fasterxml.jackson.core.JsonParseException;
import io.callbox.internal.server.reply.BatchResponse;
import io.callbox.internal.server.reply.Failures;
import io.callbox.internal.server.reply.ResponseSink;
import io.callbox.internal.server.service.ServiceTable;
import io.callbox.internal.server.settings.ServerSettings;
import io.callbox.internal.server.stats.ServerStats;
import io.callbox.internal.server.stream.OpenStreams;
import io.callbox.internal.wire.CreditMessage;
import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.Request;
import io.callbox.internal.wire.RequestReader;
import io.callbox.internal.wire.ScannedRequest;
import io.callbox.internal.wire.Slice;
import io.callbox.log.MessageLog;
import io.callbox.rpc.Invocation;
import io.callbox.transport.QueueName;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes one request, finds its method, and runs it on the calling thread. It answers every
 * failure, and throws nothing. Safe for use by many threads.
 */
public final class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final MessageLog UNREAD =
      MessageLog.of(LOG, "{}: the arguments could not be read");

  private final ServerSettings settings;
  private final int maxMessageBytes;
  private final ServiceTable services;
  private final ServerStats stats;
  private final CallRunner runner;
  private final Refusals refusals;
  private final DurableRequestSink durables;
  private final HandOver handOver;
  private final OpenStreams streams;

  /** The methods for which other nodes serve callers better. {@link BetterProviders} sets it. */
  private volatile Set<String> servedBetter = Set.of();

  public Dispatcher(
      ServerSettings settings,
      ServiceTable services,
      ServerStats stats,
      CallRunner runner,
      Refusals refusals,
      DurableRequestSink durables,
      HandOver handOver,
      OpenStreams streams) {
    this.settings = settings;
    this.maxMessageBytes = settings.maxMessageBytes();
    this.refusals = refusals;
    this.durables = durables;
    this.services = services;
    this.stats = stats;
    this.runner = runner;
    this.handOver = handOver;
    this.streams = streams;
    handOver.listen(methods -> servedBetter = methods);
  }

  /** Returns whether a message, also a whole batch, is larger than the node reads. */
  public boolean isTooLarge(Slice message) {
    return message.length() > maxMessageBytes;
  }

  /** Collects the responses of a batch. */
  public BatchResponse batch(Slice message, int size, ResponseSink outer) {
    return new BatchResponse(message, size, settings.namespace(), maxMessageBytes, outer);
  }

  /** Serves one request. Calls {@code answers} exactly once, now or later. */
  public void dispatch(Slice message, QueueName queue, ResponseSink answers) {
    if (isTooLarge(message)) {
      refusals.tooLarge(message, answers);
      return;
    }
    if (dispatchScanned(message, queue, answers)) {
      return;
    }
    CreditMessage credit = CreditMessage.of(message);
    if (credit != null) {
      credited(credit, answers);
      return;
    }
    try (RequestReader reader = new RequestReader(message)) {
      reader.readHead();
      read(reader, message, queue, answers);
    } catch (IOException unreadable) {
      refusals.unreadable(message, answers, unreadable);
    }
  }

  /**
   * Does the same for a correct request in the layout of Callbox clients; a reader handles all
   * other requests.
   */
  private boolean dispatchScanned(Slice message, QueueName queue, ResponseSink answers) {
    ScannedRequest request = ScannedRequest.of(message);
    if (request != null && request.head().durability() != null) {
      return durables.dispatchScanned(request, queue, answers);
    }
    ServiceTable.Entry entry =
        request == null ? null : services.known(request.head().method(), queue);
    if (request == null || entry == null || servedBetter.contains(entry.method().fullName())) {
      return false;
    }
    Invocation invocation = entry.invocation(request);
    if (invocation == null) {
      return false;
    }
    runner.run(new CallRunner.Job(message, request.head(), entry, queue, answers), invocation);
    return true;
  }

  /**
   * Handles a grant of items. The secret id of the call proves that the sender is the caller;
   * interceptors have seen the call itself.
   */
  private void credited(@Nullable CreditMessage credit, ResponseSink answers) {
    if (credit != null) {
      streams.credit(credit);
    }
    answers.answer(new ResponseSink.Address(null, null, null, 0), null);
  }

  private void read(RequestReader reader, Slice message, QueueName queue, ResponseSink answers)
      throws IOException {
    if (reader.head().durability() != null) {
      durables.dispatch(reader, message, queue, answers);
      return;
    } else if (reader.head().method().equals(CreditMessage.METHOD) && reader.head().id() == null) {
      credited(CreditMessage.read(reader.params()), answers);
      return;
    }
    String service = reader.handedOver();
    QueueName sentTo = service == null ? queue : settings.namespace().service(service);
    String name = reader.head().method();
    ServiceTable.Entry entry = services.known(name, sentTo);
    boolean better = entry == null || servedBetter.contains(entry.method().fullName());
    if (better && isDurable(message)) {
      durables.dispatch(message, queue, answers);
      return;
    }
    if (better && service == null && isTakenByOthers(message, name, queue, answers)) {
      return;
    }
    if (entry == null) {
      stats.unknownMethod();
      refusals.ifCall(message, answers, Failures.refused(services.unknown(name, sentTo)));
      return;
    }
    Invocation invocation;
    try {
      invocation = entry.reader().read(reader.params());
    } catch (IOException | RuntimeException misfit) {
      refuseMisfit(new Known(message, entry, queue, answers, sentTo), misfit);
      return;
    } catch (Error broken) { // such as a missing class: the caller is told
      UNREAD.error(broken, entry.method());
      refusals.ifCall(message, answers, Failures.unread(entry.method(), broken));
      return;
    }
    reader.readTail();
    if (reader.head().durability() != null) { // this member may follow the parameters, too
      durables.dispatch(message, queue, answers);
      return;
    }
    runner.run(
        new CallRunner.Job(message, reader.head(), entry, queue, answers).asSentTo(sentTo),
        invocation);
  }

  /**
   * Returns whether the members after the parameters mark a request as durable. The parameters are
   * not read.
   */
  private static boolean isDurable(Slice message) {
    try {
      return RequestReader.headOf(message).durability() != null;
    } catch (IOException unreadable) { // the next reading fails again, and answers
      return false;
    }
  }

  /**
   * Hands a request from a service's queue over, if another node serves it better. Requests in a
   * node's inbox are for that node.
   */
  private boolean isTakenByOthers(
      Slice message, String name, QueueName queue, ResponseSink answers) {
    String service = services.serviceOf(queue);
    int dot = name.lastIndexOf('.');
    if (service == null || (dot >= 0 && !name.substring(0, dot).equals(service))) {
      return false;
    }
    return handOver.tryOn(
        new HandOver.Candidate(message, service, name.substring(dot + 1), queue, answers));
  }

  /** A request with a known method and arguments that do not fit. */
  private record Known(
      Slice message,
      ServiceTable.Entry entry,
      QueueName queue,
      ResponseSink answers,
      QueueName sentTo) {}

  /**
   * Refuses a call whose arguments do not fit. It passes the interceptors like all calls, unless it
   * is not a request at all.
   */
  private void refuseMisfit(Known request, Exception misfit) {
    if (misfit instanceof JsonParseException broken) {
      refusals.unreadable(request.message, request.answers, broken);
      return;
    }
    ErrorBody refusal = Failures.misfit(request.entry.method(), misfit);
    Request head;
    try {
      head = RequestReader.headOf(request.message);
    } catch (IOException unreadable) {
      refusals.ifCall(request.message, request.answers, refusal);
      return;
    }
    if (head.durability() != null) {
      durables.dispatch(request.message, request.queue, request.answers);
      return;
    }
    runner.refuse(
        new CallRunner.Job(request.message, head, request.entry, request.queue, request.answers)
            .asSentTo(request.sentTo),
        refusal);
  }

  /** Answers a request that is not dispatched. */
  public void refuse(Slice message, ResponseSink answers, ErrorBody error) {
    refusals.refuse(message, answers, error);
  }
}
