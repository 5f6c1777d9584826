package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.callbox.json.ValueWriter;
import io.callbox.rpc.CallTimes;
import io.callbox.rpc.ParamsWriter;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes requests and responses as bytes. Safe for use by many threads. */
public final class EnvelopeWriter {

  private static final SerializedString JSONRPC = new SerializedString("jsonrpc");
  private static final SerializedString VERSION = new SerializedString("2.0");
  private static final SerializedString ID = new SerializedString("id");
  private static final SerializedString METHOD = new SerializedString("method");
  private static final SerializedString REPLY_TO = new SerializedString("replyTo");
  private static final SerializedString DEADLINE = new SerializedString("deadline");
  private static final SerializedString SENT_AT = new SerializedString("sentAt");
  private static final SerializedString FROM = new SerializedString("from");
  private static final SerializedString CREDIT = new SerializedString("credit");
  private static final SerializedString ITEMS = new SerializedString("items");
  private static final SerializedString HEADERS = new SerializedString("headers");
  private static final SerializedString PARAMS = new SerializedString("params");
  private static final SerializedString QUEUED = new SerializedString(TimesReader.QUEUED);
  private static final SerializedString RAN = new SerializedString(TimesReader.RAN);
  private static final SerializedString RESULT = new SerializedString("result");

  private EnvelopeWriter() {}

  /**
   * Writes a request.
   *
   * @throws IOException if the parameters cannot be encoded
   */
  public static byte[] request(Request head, ParamsWriter params) throws IOException {
    return write(
        out -> {
          writeHead(out, head);
          out.writeFieldName(PARAMS);
          params.write(out);
        });
  }

  /**
   * Writes the request of a durable call, whose frame is ready.
   *
   * @throws IOException if the parameters cannot be encoded
   */
  public static byte[] durable(
      DurableFrames.Frame frame, DurableFrames.Call call, ParamsWriter params) throws IOException {
    return PooledJsonWriter.writeDurable(frame, call, params);
  }

  /**
   * Writes parameters by themselves, byte for byte as they are in a request.
   *
   * @throws IOException if the parameters cannot be encoded
   */
  public static byte[] params(ParamsWriter params) throws IOException {
    return PooledJsonWriter.writeValue(params);
  }

  /**
   * Writes the response of a call that has a result.
   *
   * @param times the times of the call; null to leave them out
   * @throws IOException if the result cannot be encoded
   */
  public static <T extends @Nullable Object> byte[] result(
      RequestId id, @Nullable CallTimes times, T result, ValueWriter<T> writer) throws IOException {
    return write(
        out -> {
          writeHead(out, id, times);
          out.writeFieldName(RESULT);
          writer.write(out, result);
        });
  }

  /**
   * Writes the response of a call that failed.
   *
   * @param times the times of the call; null to leave them out
   */
  public static byte[] error(RequestId id, @Nullable CallTimes times, ErrorBody error)
      throws IOException {
    return write(
        out -> {
          writeHead(out, id, times);
          error.write(out);
        });
  }

  /**
   * Writes one value, an item of a stream.
   *
   * @throws IOException if it cannot be encoded
   */
  public static <T> byte[] value(T value, ValueWriter<T> writer) throws IOException {
    return PooledJsonWriter.writeValue(out -> writer.write(out, value));
  }

  /**
   * Writes the response that ends a stream.
   *
   * @param items the number of items
   * @param error the reason why there are no more; null if these were all
   */
  public static byte[] end(
      RequestId id, @Nullable CallTimes times, long items, @Nullable ErrorBody error)
      throws IOException {
    return write(
        out -> {
          writeHead(out, id, times);
          out.writeFieldName(ITEMS);
          out.writeNumber(items);
          if (error == null) {
            out.writeFieldName(RESULT);
            out.writeNull();
          } else {
            error.write(out);
          }
        });
  }

  /** Joins responses into the one response of a batch. */
  public static byte[] batch(Iterable<byte[]> responses) {
    ByteArrayBuilder joined = new ByteArrayBuilder();
    char separator = '[';
    for (byte[] response : responses) {
      joined.append(separator);
      joined.write(response);
      separator = ',';
    }
    joined.append(']');
    return joined.toByteArray();
  }

  private static void writeHead(JsonGenerator out, Request head) throws IOException {
    if (head.id() != null) {
      out.writeFieldName(ID);
      head.id().write(out);
    }
    writeString(out, METHOD, head.method());
    writeString(out, REPLY_TO, head.replyTo());
    if (head.deadline() > 0) {
      out.writeFieldName(DEADLINE);
      out.writeNumber(head.deadline());
    }
    if (head.sentAt() > 0) {
      out.writeFieldName(SENT_AT);
      out.writeNumber(head.sentAt());
    }
    if (head.durability() != null) {
      head.durability().write(out);
    }
    writeString(out, FROM, head.from());
    if (head.credit() > 0) {
      out.writeFieldName(CREDIT);
      out.writeNumber(head.credit());
    }
    if (!head.headers().isEmpty()) {
      out.writeFieldName(HEADERS);
      out.writeStartObject();
      for (Map.Entry<String, String> header : head.headers().entrySet()) {
        out.writeStringField(header.getKey(), header.getValue());
      }
      out.writeEndObject();
    }
  }

  private static void writeHead(JsonGenerator out, RequestId id, @Nullable CallTimes times)
      throws IOException {
    out.writeFieldName(ID);
    id.write(out);
    if (times != null) {
      out.writeFieldName(QUEUED);
      out.writeNumber(times.queuedMicros());
      out.writeFieldName(RAN);
      out.writeNumber(times.ranMicros());
    }
  }

  private static void writeString(JsonGenerator out, SerializedString name, @Nullable String value)
      throws IOException {
    if (value != null) {
      out.writeFieldName(name);
      out.writeString(value);
    }
  }

  private static byte[] write(ParamsWriter members) throws IOException {
    return PooledJsonWriter.write(
        out -> {
          out.writeFieldName(JSONRPC);
          out.writeString(VERSION);
          members.write(out);
        });
  }
}
