package io.callbox.processor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.callbox.json.Json;
import io.callbox.json.ValueWriter;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.DeclaredException;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.Replies;
import io.callbox.rpc.Responder;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.ServiceSkeleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A channel straight to a skeleton: arguments, results and exceptions are written to JSON and read
 * back, nothing else. Remembers the last JSON of each direction.
 */
public final class LoopbackChannel implements RpcChannel {

  private final ServiceSkeleton skeleton;
  private String params = "";
  private String answer = "";

  public LoopbackChannel(ServiceSkeleton skeleton) {
    this.skeleton = skeleton;
  }

  /** The arguments of the last call. */
  public String params() {
    return params;
  }

  /** The result of the last call, or the fields of its exception. */
  public String answer() {
    return answer;
  }

  /** Calls with arguments of any form. */
  public <T extends @Nullable Object> T call(MethodDescriptor<T> method, String json)
      throws Exception {
    return call(method, out -> out.writeRawValue(json), CallOptions.DEFAULT);
  }

  @Override
  public <T extends @Nullable Object> T call(
      MethodDescriptor<T> method, ParamsWriter writer, CallOptions options) throws Exception {
    try {
      return callAsync(method, writer, options).get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof Error error) {
        throw error;
      }
      throw (Exception) failure.getCause();
    }
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> callAsync(
      MethodDescriptor<T> method, ParamsWriter writer, CallOptions options) {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    try {
      params = json(writer);
      JsonParser in = parser(params);
      var invocation = skeleton.read(served(method), in);
      if (in.currentToken() == null || in.nextToken() != null) {
        throw new AssertionError("did not stop on the last token of " + params);
      }
      invocation.run(new Answer<>(method, outcome));
    } catch (Exception failure) {
      new Answer<>(method, outcome).fail(failure);
    }
    return outcome;
  }

  @Override
  public void send(MethodDescriptor<?> method, ParamsWriter writer, CallOptions options) {
    callAsync(method, writer, options).join();
  }

  @Override
  public CompletableFuture<@Nullable Void> sendAsync(
      MethodDescriptor<?> method, ParamsWriter writer, CallOptions options) {
    return callAsync(method, writer, options).thenApply(nothing -> null);
  }

  @Override
  public <T extends @Nullable Object> Replies<T> callAll(
      MethodDescriptor<T> method, ParamsWriter writer, CallOptions options) {
    return new Replies<>(
        method, Map.of("here", callAsync(method, writer, options)), Duration.ZERO, () -> {});
  }

  @Override
  public <T> Flow.Publisher<T> stream(
      MethodDescriptor<T> method, ParamsWriter writer, CallOptions options) {
    return subscriber -> {
      try {
        params = json(writer);
        skeleton.read(served(method), parser(params)).run(new LoopbackItems<>(method, subscriber));
      } catch (Exception failure) {
        subscriber.onError(failure);
      }
    };
  }

  @Override
  public LoopbackChannel waitForProvider() {
    return this;
  }

  private MethodDescriptor<?> served(MethodDescriptor<?> method) {
    return skeleton.descriptor().methods().stream()
        .filter(each -> each.fullName().equals(method.fullName()))
        .findFirst()
        .orElseThrow();
  }

  static JsonParser parser(String json) throws IOException {
    JsonParser in = Json.FACTORY.createParser(json);
    in.nextToken();
    return in;
  }

  static String json(ParamsWriter writer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
      writer.write(out);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Takes the outcome on the server's side, and gives it to the caller's. */
  private final class Answer<T extends @Nullable Object> implements Responder {

    private final MethodDescriptor<T> method;
    private final CompletableFuture<T> outcome;

    Answer(MethodDescriptor<T> method, CompletableFuture<T> outcome) {
      this.method = method;
      this.outcome = outcome;
    }

    @Override
    public <R extends @Nullable Object> void succeed(R result, ValueWriter<R> writer) {
      try {
        answer = json(out -> writer.write(out, result));
        outcome.complete(method.resultReader().read(parser(answer)));
      } catch (IOException failure) {
        outcome.completeExceptionally(failure);
      }
    }

    @Override
    @SuppressWarnings("NullAway") // null is the only Void there is
    public void succeed() {
      this.<@Nullable Void>succeed(null, (out, nothing) -> out.writeNull());
    }

    @Override
    public void fail(Throwable failure) {
      try {
        outcome.completeExceptionally(rebuilt(failure));
      } catch (IOException unreadable) {
        outcome.completeExceptionally(unreadable);
      }
    }

    @Override
    public void refuse(RpcException refusal) {
      outcome.completeExceptionally(refusal);
    }

    private Throwable rebuilt(Throwable failure) throws IOException {
      for (DeclaredException<?> declared : method.exceptions()) {
        if (declared.javaType().isInstance(failure)) {
          return rebuilt(declared, failure);
        }
      }
      return failure;
    }

    private <E extends Throwable> E rebuilt(DeclaredException<E> declared, Throwable failure)
        throws IOException {
      E thrown = declared.javaType().cast(failure);
      answer = json(out -> declared.writer().write(out, thrown));
      return declared.reader().read(thrown.getMessage(), parser(answer));
    }
  }
}
