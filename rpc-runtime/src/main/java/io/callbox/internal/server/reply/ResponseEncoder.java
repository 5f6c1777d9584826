package io.callbox.internal.server.reply;

import io.callbox.internal.wire.EnvelopeWriter;
import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.RequestId;
import io.callbox.log.MessageLog;
import io.callbox.rpc.CallTimes;
import io.callbox.rpc.MethodDescriptor;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a response that is not a result: an error, or the end of a stream. It always writes one:
 * an exception that cannot be written becomes an error that says so.
 *
 * @param id the request's id; null for a notification, which has no response
 * @param queuedMicros how long the request waited; negative if it does not say when it was sent
 * @param ranMicros how long the implementation ran
 * @param method the method that was called
 * @param node the node that answers
 * @param maxBytes the maximum size of a response
 * @param items how many items came before it; negative if it does not end a stream
 */
public record ResponseEncoder(
    @Nullable RequestId id,
    long queuedMicros,
    long ranMicros,
    MethodDescriptor<?> method,
    String node,
    int maxBytes,
    long items) {

  private static final Logger LOG = LoggerFactory.getLogger(ResponseEncoder.class);
  private static final MessageLog UNENCODABLE =
      MessageLog.of(LOG, "{}: its exception cannot be encoded");

  public ResponseEncoder(
      @Nullable RequestId id,
      long queuedMicros,
      long ranMicros,
      MethodDescriptor<?> method,
      String node,
      int maxBytes) {
    this(id, queuedMicros, ranMicros, method, node, maxBytes, -1);
  }

  /** Returns the same, for the response that ends a stream with this number of items. */
  public ResponseEncoder ofStream(long number) {
    return new ResponseEncoder(id, queuedMicros, ranMicros, method, node, maxBytes, number);
  }

  /**
   * A response that has been written.
   *
   * @param bytes the response; null for a notification
   * @param error its error; null for the end of a complete stream
   * @param ranMicros how long the implementation ran
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Response(byte @Nullable [] bytes, @Nullable ErrorBody error, long ranMicros) {}

  /** Writes the end of a complete stream. */
  public Response end() {
    try {
      return response(id == null ? null : EnvelopeWriter.end(id, times(), items, null), null);
    } catch (IOException impossible) {
      return error(Failures.unencodable(method, impossible));
    }
  }

  /**
   * Writes an exception; reading its message and fields may fail.
   *
   * @param message the message for the caller
   */
  public Response failure(Throwable failure, Supplier<String> message) {
    try {
      return bounded(write(Failures.thrown(method, failure, message.get())));
    } catch (IOException | RuntimeException | Error unencodable) {
      UNENCODABLE.warn(unencodable, method);
      return error(Failures.unencodableException(method, failure));
    }
  }

  /** Writes an error of the library. */
  public Response error(ErrorBody error) {
    try {
      return write(error);
    } catch (IOException impossible) {
      LOG.error("{}: no answer could be written", method, impossible);
      return response(null, error);
    }
  }

  private @Nullable CallTimes times() {
    return queuedMicros < 0 ? null : new CallTimes(queuedMicros, ranMicros);
  }

  private Response response(byte @Nullable [] bytes, @Nullable ErrorBody error) {
    return new Response(bytes, error, ranMicros);
  }

  private Response bounded(Response response) {
    byte[] bytes = response.bytes;
    return bytes == null || bytes.length <= maxBytes
        ? response
        : error(Failures.tooLarge(method, bytes.length, maxBytes));
  }

  private Response write(ErrorBody error) throws IOException {
    return response(id == null ? null : bytes(id, error.on(node)), error);
  }

  private byte[] bytes(RequestId to, ErrorBody error) throws IOException {
    return items < 0
        ? EnvelopeWriter.error(to, times(), error)
        : EnvelopeWriter.end(to, times(), items, error);
  }
}
