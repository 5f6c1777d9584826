package io.callbox.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The outcome in a response, in the form of a durable call's record: its result or its error.
 *
 * @param json the value of {@code result} or {@code error}
 * @param status the reason why the call failed; null for a result
 * @param type the class of the implementation's exception, if the error says so
 * @param message the message of the error; empty for a result
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OutcomeJson(
    byte[] json, @Nullable StatusCode status, @Nullable String type, String message) {

  private static final byte[] RESULT =
      "{\"jsonrpc\":\"2.0\",\"id\":null,\"result\":".getBytes(US_ASCII);
  private static final byte[] ERROR =
      "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":".getBytes(US_ASCII);

  /** Reads the outcome of a response that this program has written itself. */
  public static OutcomeJson of(byte[] response) {
    Slice slice = Slice.of(response);
    ScannedResponse scanned = ScannedResponse.of(slice);
    if (scanned != null) {
      byte[] result = Arrays.copyOfRange(response, scanned.result(), response.length - 1);
      return new OutcomeJson(result, null, null, "");
    }
    try (JsonParser in = slice.open()) {
      in.nextToken();
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        in.nextToken();
        if (name.equals("result")) {
          return new OutcomeJson(bytes(slice.skipValue(in)), null, null, "");
        } else if (name.equals("error")) {
          return error(bytes(slice.skipValue(in)));
        }
        in.skipChildren();
      }
      throw new IllegalStateException("a response without result and error");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] bytes(Slice value) {
    return Arrays.copyOfRange(value.bytes(), value.offset(), value.offset() + value.length());
  }

  private static OutcomeJson error(byte[] json) throws IOException {
    int code = 0;
    String type = null;
    String message = "";
    try (JsonParser in = Slice.of(json).open()) {
      in.nextToken();
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        JsonToken value = in.nextToken();
        if (name.equals("code")) {
          code = in.getIntValue();
        } else if (name.equals("message")) {
          message = in.getValueAsString("");
        } else if (name.equals("data") && value == JsonToken.START_OBJECT) {
          type = typeIn(in);
        } else {
          in.skipChildren();
        }
      }
    }
    return new OutcomeJson(json, StatusCode.of(code), type, message);
  }

  private static @Nullable String typeIn(JsonParser in) throws IOException {
    String type = null;
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      if (name.equals("type")) {
        type = in.getValueAsString();
      }
      in.skipChildren();
    }
    return type;
  }

  /**
   * Reads the result in a record.
   *
   * @throws RpcException {@code INTERNAL} if it cannot be read
   */
  public static <T extends @Nullable Object> T result(byte[] json, MethodDescriptor<T> method) {
    Object result = ValueParser.read(json, 0, json.length, method.resultReader());
    return result == ValueParser.MISFIT
        ? ResponseReader.result(Slice.of(enclosed(RESULT, json)), method)
        : ResponseReader.asRead(result);
  }

  /** Returns the exception of the error in a record. */
  public static Throwable failure(byte[] json, MethodDescriptor<?> method) {
    Throwable failure = ResponseReader.end(Slice.of(enclosed(ERROR, json)), method, null).failure();
    return failure == null
        ? new RpcException(StatusCode.INTERNAL, method + ": its record has no error")
        : failure;
  }

  private static byte[] enclosed(byte[] start, byte[] json) {
    byte[] response = Arrays.copyOf(start, start.length + json.length + 1);
    System.arraycopy(json, 0, response, start.length, json.length);
    response[response.length - 1] = '}';
    return response;
  }
}
