package io.callbox.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.json.JsonMismatchException;
import io.callbox.json.JsonPath;
import io.callbox.rpc.CallTimes;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads responses. Safe for use by many threads. */
public final class ResponseReader {

  private static final String MISFIT = "the response cannot be read: ";

  private ResponseReader() {}

  /**
   * Returns the id of a response, with any other members.
   *
   * @return null if there is none that is a string
   */
  public static @Nullable String idOf(Slice response) {
    String id = ResponseId.atItsUsualPlace(response);
    return id != null ? id : ResponseId.anywhere(response);
  }

  /**
   * Reads the result in a response.
   *
   * @param listener first receives the times of the call, if the response says so before its result
   *     or error; null for none
   * @throws Exception the exception in it: one that {@code method} declares, or an {@link
   *     RpcException}, which is also what an unreadable response becomes
   */
  public static <T extends @Nullable Object> T read(
      Slice response, MethodDescriptor<T> method, @Nullable Consumer<CallTimes> listener)
      throws Exception {
    ScannedResponse scanned = ScannedResponse.of(response);
    Object result = ValueParser.MISFIT;
    if (scanned != null) {
      result =
          ValueParser.read(
              response.bytes(), scanned.result(), response.end() - 1, method.resultReader());
    }
    if (scanned == null || result == ValueParser.MISFIT) {
      return parse(response, method, listener);
    }
    if (listener != null) {
      listener.accept(scanned.times());
    }
    return asRead(result);
  }

  /** Casts a value that the method's own reader has made. It is null only if null is a result. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
  static <T extends @Nullable Object> T asRead(@Nullable Object result) {
    return (T) result;
  }

  private static <T extends @Nullable Object> T parse(
      Slice response, MethodDescriptor<T> method, @Nullable Consumer<CallTimes> listener)
      throws Exception {
    Throwable failure;
    try (JsonParser in = response.open()) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedMessageException("a response is an object");
      }
      JsonPath.mark(in);
      TimesReader times = new TimesReader();
      String outcome = nextOutcome(in, times);
      times.tell(listener);
      if (outcome.equals("result")) {
        return method.resultReader().read(in);
      }
      failure = ErrorReader.read(response, in, method);
    } catch (JsonMismatchException misfit) {
      throw unreadable(method + ": result " + misfit.getMessage(), misfit);
    } catch (IOException | RuntimeException broken) { // the constructor of a record may throw, too
      throw unreadable(method + ": " + MISFIT + broken.getMessage(), broken);
    }
    throw exception(failure);
  }

  /** Returns a declared exception; throws it if it is an {@code Error}. */
  private static Exception exception(Throwable declared) {
    if (declared instanceof Error error) {
      throw error;
    }
    return (Exception) declared;
  }

  /**
   * Reads the result in a response without an error.
   *
   * @throws RpcException {@code INTERNAL} if it cannot be read
   */
  static <T extends @Nullable Object> T result(Slice response, MethodDescriptor<T> method) {
    try (JsonParser in = response.open()) {
      in.nextToken();
      JsonPath.mark(in);
      nextOutcome(in, new TimesReader());
      return method.resultReader().read(in);
    } catch (JsonMismatchException misfit) {
      throw unreadable(method + ": result " + misfit.getMessage(), misfit);
    } catch (IOException | RuntimeException broken) { // the constructor of a record may throw, too
      throw unreadable(method + ": " + MISFIT + broken.getMessage(), broken);
    }
  }

  /**
   * Reads the end of a stream. Throws nothing: an unreadable end is a failure.
   *
   * @param listener first receives the times of the call, if the response says so; null for none
   */
  public static StreamEnd end(
      Slice response, MethodDescriptor<?> method, @Nullable Consumer<CallTimes> listener) {
    long items = -1;
    try (JsonParser in = response.open()) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedMessageException("a response is an object");
      }
      TimesReader times = new TimesReader();
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        JsonToken value = in.nextToken();
        if (name.equals("error") && value != JsonToken.VALUE_NULL) {
          times.tell(listener);
          return new StreamEnd(items, ErrorReader.read(response, in, method));
        } else if (name.equals("items") && value == JsonToken.VALUE_NUMBER_INT) {
          items = in.getLongValue();
        }
        times.see(name, in);
        in.skipChildren();
      }
      times.tell(listener);
      return new StreamEnd(items, null);
    } catch (IOException | RuntimeException broken) {
      return new StreamEnd(items, unreadable(method + ": " + MISFIT + broken.getMessage(), broken));
    }
  }

  /** Moves to the value of {@code result} or {@code error}, whichever comes first. */
  private static String nextOutcome(JsonParser in, TimesReader times) throws IOException {
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      JsonToken value = in.nextToken();
      if (name.equals("result") || (name.equals("error") && value != JsonToken.VALUE_NULL)) {
        return name;
      }
      times.see(name, in);
      in.skipChildren();
    }
    throw new MalformedMessageException("it has neither result nor error");
  }

  private static RpcException unreadable(String message, Exception cause) {
    return new RpcException(StatusCode.INTERNAL, Executed.YES, message, cause);
  }
}
