package io.callbox.internal.gateway.rpc;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.internal.failure.StageFailure;
import io.callbox.internal.gateway.calls.RawJson;
import io.callbox.internal.gateway.calls.RemoteFailure;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes JSON-RPC 2.0 responses in the same form as nodes. */
final class Responses {

  private static final Logger LOG = LoggerFactory.getLogger(Responses.class);

  private Responses() {}

  /** Writes a response with a result. */
  static byte[] result(String id, String result) {
    return RawJson.bytes(
        out -> {
          start(out, id);
          out.writeFieldName("result");
          out.writeRawValue(result);
          out.writeEndObject();
        });
  }

  /** Writes a response with the reason why there is no result. */
  static byte[] failure(String id, Throwable failure) {
    Throwable cause = StageFailure.cause(failure);
    return RawJson.bytes(
        out -> {
          start(out, id);
          out.writeObjectFieldStart("error");
          if (cause instanceof RemoteFailure declared) {
            writeDeclared(out, declared);
          } else {
            writeError(out, asRpc(cause));
          }
          out.writeEndObject();
          out.writeEndObject();
        });
  }

  private static RpcException asRpc(Throwable failure) {
    if (failure instanceof RpcException known) {
      return known;
    } else if (failure instanceof CancellationException) { // nothing reads this
      return new RpcException(StatusCode.CANCELLED, Executed.UNKNOWN, "the client has gone");
    }
    LOG.error("a call of the gateway failed", failure);
    return new RpcException(
        StatusCode.INTERNAL, Executed.UNKNOWN, "the gateway failed; its log says why");
  }

  private static void start(JsonGenerator out, String id) throws IOException {
    out.writeStartObject();
    out.writeStringField("jsonrpc", "2.0");
    out.writeFieldName("id");
    out.writeRawValue(id);
  }

  private static void writeDeclared(JsonGenerator out, RemoteFailure failure) throws IOException {
    writeHead(out, StatusCode.APPLICATION, failure.getMessage());
    out.writeStringField("executed", "yes");
    out.writeBooleanField("retryable", false);
    out.writeStringField("type", failure.type());
    out.writeFieldName("details");
    out.writeRawValue(failure.details());
    out.writeEndObject();
  }

  private static void writeError(JsonGenerator out, RpcException failure) throws IOException {
    writeHead(out, failure.code(), failure.getMessage());
    out.writeStringField("executed", failure.executed().name().toLowerCase(Locale.ROOT));
    out.writeBooleanField("retryable", failure.retryable());
    String type = failure.type();
    if (type != null) {
      out.writeStringField("type", type);
    }
    Duration retryAfter = failure.retryAfter();
    if (retryAfter != null) {
      out.writeNumberField("retryAfterMs", retryAfter.toMillis());
    }
    out.writeEndObject();
  }

  /** Writes the beginning of an error, up to {@code data}, which stays open. */
  private static void writeHead(JsonGenerator out, StatusCode status, @Nullable String message)
      throws IOException {
    out.writeNumberField("code", status.code());
    out.writeStringField("message", message == null ? status.name() : message);
    out.writeObjectFieldStart("data");
    out.writeStringField("status", status.name());
  }
}
