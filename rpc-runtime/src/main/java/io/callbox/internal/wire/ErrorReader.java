package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.rpc.DeclaredException;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the {@code error} member of one response, with its members in any order. */
final class ErrorReader {

  private static final double LONGEST_PAUSE_MILLIS = 86_400_000;

  private final Slice slice;
  private int code;
  private String message = "";
  private Executed executed = Executed.UNKNOWN;
  private boolean retryable;
  private @Nullable String type;
  private @Nullable String node;
  private @Nullable Duration retryAfter;
  private @Nullable Slice fields;

  private ErrorReader(Slice slice) {
    this.slice = slice;
  }

  /**
   * Returns the exception in a response. {@code in} is at the value of its {@code error} member.
   */
  static Throwable read(Slice slice, JsonParser in, MethodDescriptor<?> method) throws IOException {
    ErrorReader error = new ErrorReader(slice);
    error.readError(in);
    return error.toException(method);
  }

  private void readError(JsonParser in) throws IOException {
    requireObject(in);
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      switch (name) {
        case "code" -> code = in.getValueAsInt();
        case "message" -> message = in.getValueAsString("");
        case "data" -> readData(in);
        default -> {} // skips an unknown member
      }
      in.skipChildren(); // of what should have had none, too
    }
  }

  private void readData(JsonParser in) throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren(); // another server may send any data
      return;
    }
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      switch (name) {
        case "executed" -> executed = executed(in.getValueAsString(""));
        case "retryable" -> retryable = in.getValueAsBoolean();
        case "type" -> type = in.getValueAsString();
        case "node" -> node = in.getValueAsString();
        case "retryAfterMs" -> retryAfter = pause(in.getValueAsDouble());
        case "details" -> fields = slice.skipValue(in);
        default -> {} // skips an unknown member
      }
      in.skipChildren(); // of what should have had none, too
    }
  }

  /** Returns a pause between zero and a day, for any value in the message. */
  private static Duration pause(double millis) {
    return Duration.ofMillis((long) Math.max(0, Math.min(millis, LONGEST_PAUSE_MILLIS)));
  }

  private Throwable toException(MethodDescriptor<?> method) throws IOException {
    for (DeclaredException<?> declared : method.exceptions()) {
      if (declared.type().equals(type)) {
        return rebuild(declared);
      }
    }
    StatusCode status = StatusCode.of(code);
    RpcException.Details details =
        new RpcException.Details(status, executed, retryable, type, retryAfter);
    RpcException.Place place = new RpcException.Place(method.fullName(), node);
    return new RpcException(details, message, null, place);
  }

  private Throwable rebuild(DeclaredException<?> declared) throws IOException {
    Slice written = fields == null ? Slice.of(new byte[] {'{', '}'}) : fields;
    try (JsonParser in = written.open()) {
      in.nextToken();
      return declared.reader().read(message.isEmpty() ? null : message, in);
    }
  }

  private static Executed executed(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "no" -> Executed.NO;
      case "yes" -> Executed.YES;
      default -> Executed.UNKNOWN;
    };
  }

  private static void requireObject(JsonParser in) throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      throw new MalformedMessageException("error must be an object");
    }
  }
}
