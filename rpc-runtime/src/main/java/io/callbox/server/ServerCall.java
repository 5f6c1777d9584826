package io.callbox.server;

import io.callbox.json.ValueWriter;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.Responder;
import io.callbox.wire.EnvelopeWriter;
import io.callbox.wire.ErrorBody;
import io.callbox.wire.Request;
import io.callbox.wire.RequestId;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request on its way through the server. Answers exactly once: the first outcome counts,
 * whether it comes from the thread that runs the call or from the one that completes its future.
 */
final class ServerCall implements Responder {

  private static final Logger LOG = LoggerFactory.getLogger(ServerCall.class);

  private final Request request;
  private final MethodDescriptor<?> method;
  private final Answers answers;
  private final int maxMessageBytes;
  private final AtomicBoolean answered = new AtomicBoolean();

  ServerCall(Request request, MethodDescriptor<?> method, Answers answers, int maxMessageBytes) {
    this.request = request;
    this.method = method;
    this.answers = answers;
    this.maxMessageBytes = maxMessageBytes;
  }

  @Override
  public <T extends @Nullable Object> void succeed(T result, ValueWriter<T> writer) {
    if (answered.compareAndSet(false, true)) {
      answer(id -> encode(id, result, writer));
    }
  }

  @Override
  public void succeed() {
    succeed("", (out, nothing) -> out.writeNull());
  }

  @Override
  public void fail(Throwable failure) {
    if (answered.compareAndSet(false, true)) {
      if (request.id() == null || failure instanceof Error) {
        LOG.warn("{} failed", method, failure);
      }
      answer(id -> encode(id, failure));
    }
  }

  /** The call is refused before it runs. */
  void refuse(ErrorBody error) {
    if (answered.compareAndSet(false, true)) {
      answer(id -> EnvelopeWriter.error(id, error));
    }
  }

  private interface Encoding {
    byte[] of(RequestId id) throws IOException;
  }

  private void answer(Encoding encoding) {
    RequestId id = request.id();
    Answers.Address address = new Answers.Address(id, request.replyTo(), request.deadline());
    byte[] response = null;
    try {
      response = id == null ? null : encoding.of(id);
    } catch (IOException impossible) {
      LOG.error("{}: no answer could be written", method, impossible);
    } finally {
      answers.answer(address, response);
    }
  }

  private <T extends @Nullable Object> byte[] encode(RequestId id, T result, ValueWriter<T> writer)
      throws IOException {
    byte[] response;
    try {
      response = EnvelopeWriter.result(id, result, writer);
    } catch (IOException | RuntimeException | Error failure) {
      LOG.warn("{}: the result cannot be encoded", method, failure);
      return EnvelopeWriter.error(id, Failures.unencodable(method, failure));
    }
    return bounded(id, response);
  }

  private byte[] encode(RequestId id, Throwable failure) throws IOException {
    try {
      return bounded(id, EnvelopeWriter.error(id, Failures.thrown(method, failure)));
    } catch (IOException | RuntimeException | Error unencodable) {
      LOG.warn("{}: its exception cannot be encoded", method, unencodable);
      return EnvelopeWriter.error(id, Failures.unencodable(method, unencodable));
    }
  }

  private byte[] bounded(RequestId id, byte[] response) throws IOException {
    return response.length <= maxMessageBytes
        ? response
        : EnvelopeWriter.error(id, Failures.tooLarge(method, response.length, maxMessageBytes));
  }
}
