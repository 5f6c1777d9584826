package io.callbox.server;

import com.fasterxml.jackson.core.JsonParseException;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.QueueName;
import io.callbox.wire.EnvelopeWriter;
import io.callbox.wire.ErrorBody;
import io.callbox.wire.Request;
import io.callbox.wire.RequestId;
import io.callbox.wire.RequestReader;
import io.callbox.wire.RequestRescue;
import io.callbox.wire.Slice;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes one request, finds its method, and runs it on the calling thread. Whatever goes wrong is
 * answered; nothing is thrown. Safe for use by many threads.
 */
final class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final ServerSettings settings;
  private final ServiceTable services;
  private final BrokerClock clock;

  Dispatcher(ServerSettings settings, ServiceTable services, BrokerClock clock) {
    this.settings = settings;
    this.services = services;
    this.clock = clock;
  }

  /** Serves one request. {@code answers} hears of it exactly once, now or later. */
  void dispatch(Slice message, QueueName queue, Answers answers) {
    if (message.length() > settings.maxMessageBytes()) {
      refuse(message, answers, tooLarge(message));
      return;
    }
    try (RequestReader reader = new RequestReader(message)) {
      reader.readHead();
      read(reader, message, queue, answers);
    } catch (IOException unreadable) {
      refuse(message, answers, Failures.unreadable(unreadable));
    }
  }

  private void read(RequestReader reader, Slice message, QueueName queue, Answers answers)
      throws IOException {
    ServiceTable.Entry entry;
    try {
      entry = services.find(reader.head().method(), queue);
    } catch (RpcException unknown) {
      refuseIfCall(message, answers, Failures.refused(unknown));
      return;
    }
    Invocation invocation;
    try {
      invocation = entry.skeleton().read(entry.method(), reader.params());
    } catch (IOException | RuntimeException misfit) {
      refuseMisfit(message, entry.method(), answers, misfit);
      return;
    }
    reader.readTail();
    run(reader.head(), entry.method(), invocation, answers);
  }

  private void run(
      Request request, MethodDescriptor<?> method, Invocation invocation, Answers answers) {
    ServerCall call = new ServerCall(request, method, answers, settings.maxMessageBytes());
    ErrorBody refusal = refusal(request, method);
    if (refusal != null) {
      call.refuse(refusal);
      return;
    }
    CallContext.Scope scope = context(request, method).attach();
    try {
      invocation.run(call);
    } catch (Exception | Error failure) {
      call.fail(failure);
    } finally {
      scope.close();
    }
  }

  /** Why a request must not run, if it must not. */
  private @Nullable ErrorBody refusal(Request request, MethodDescriptor<?> method) {
    String replyTo = request.replyTo();
    if (replyTo != null && settings.namespace().replyTo(replyTo).isEmpty()) {
      return Failures.refusal(
          StatusCode.INVALID_REQUEST, "replyTo must be replies:<node>:<incarnation>");
    }
    long late = request.deadline() == 0 ? 0 : clock.millis() - request.deadline();
    if (late > 0) {
      return Failures.refusal(
          StatusCode.DEADLINE_EXCEEDED,
          method
              + ": waited in "
              + settings.worker().node()
              + "'s queue until "
              + late
              + " ms too late");
    }
    return null;
  }

  /**
   * Answers a request that could not be read to its end, in as far as it can be told whose it is.
   */
  static void refuse(Slice message, Answers answers, ErrorBody error) {
    RequestRescue rescue = RequestRescue.of(message);
    RequestId id = rescue.id() == null ? RequestId.NULL : rescue.id();
    Answers.Address address = new Answers.Address(id, rescue.replyTo(), 0);
    byte[] response = null;
    try {
      response = EnvelopeWriter.error(id, error);
    } catch (IOException impossible) {
      LOG.error("no answer could be written", impossible);
    } finally {
      answers.answer(address, response);
    }
  }

  /** The same for what is known to be a request: without an id, it is a notification. */
  private static void refuseIfCall(Slice message, Answers answers, ErrorBody error) {
    if (RequestRescue.of(message).id() == null) {
      LOG.warn("a notification was refused: {}", error.message());
      answers.answer(new Answers.Address(null, null, 0), null);
    } else {
      refuse(message, answers, error);
    }
  }

  private static void refuseMisfit(
      Slice message, MethodDescriptor<?> method, Answers answers, Exception misfit) {
    if (misfit instanceof JsonParseException broken) {
      refuse(message, answers, Failures.unreadable(broken));
    } else {
      refuseIfCall(message, answers, Failures.misfit(method, misfit));
    }
  }

  private ErrorBody tooLarge(Slice message) {
    return Failures.refusal(
        StatusCode.RESOURCE_EXHAUSTED,
        "the request has "
            + (message.length() + " bytes, at most ")
            + (settings.maxMessageBytes() + " are allowed"));
  }

  private static CallContext context(Request request, MethodDescriptor<?> method) {
    return new CallContext(
        request.id() == null ? null : request.id().text(),
        method,
        request.from(),
        request.headers(),
        request.deadline() == 0 ? null : Instant.ofEpochMilli(request.deadline()));
  }
}
