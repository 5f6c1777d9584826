package io.callbox.trial;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Numbers;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A service whose calls take as long as they are told, and leave a line in a file when they run.
 */
public interface Tasks {

  MethodDescriptor<Integer> ONCE =
      MethodDescriptor.named("Tasks", "once").returning(Numbers::readInt);
  MethodDescriptor<Integer> AGAIN =
      MethodDescriptor.named("Tasks", "again").idempotent().returning(Numbers::readInt);
  Members PARAMS = Members.of("number", "millis");

  /** A call of this number takes its time whenever it runs; any other only when it runs first. */
  int ALWAYS_LONG = 1_000;

  int run(String method, int number, int millis);

  /** Runs as told, and logs it. */
  record Logged(Path log) implements Tasks {

    @Override
    public int run(String method, int number, int millis) {
      boolean first;
      try {
        first = runs(log, method, number) == 0;
        Files.writeString(
            log,
            method + ' ' + number + '\n',
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      if (first || number == ALWAYS_LONG) {
        Work.takes(Duration.ofMillis(millis));
      }
      return number;
    }

    /** How often a call has run. */
    public static long runs(Path log, String method, int number) throws IOException {
      List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
      return lines.stream().filter((method + ' ' + number)::equals).count();
    }
  }

  /** Calls the service. */
  record Stub(RpcChannel channel) {

    public int once(int number, int millis) {
      return ClientCalls.await(channel, ONCE, out -> write(out, number, millis), options());
    }

    public CompletableFuture<Integer> onceAsync(int number, int millis) {
      return ClientCalls.future(channel, ONCE, out -> write(out, number, millis), options());
    }

    public CompletableFuture<Integer> againAsync(int number, int millis) {
      return ClientCalls.future(channel, AGAIN, out -> write(out, number, millis), options());
    }

    private static CallOptions options() {
      return CallOptions.DEFAULT;
    }

    private static void write(JsonGenerator out, int number, int millis) throws IOException {
      out.writeStartArray();
      out.writeNumber(number);
      out.writeNumber(millis);
      out.writeEndArray();
    }
  }

  /** Serves an implementation. */
  record Skeleton(Tasks implementation) implements ServiceSkeleton {

    @Override
    public ServiceDescriptor descriptor() {
      return ServiceDescriptor.of("Tasks", ONCE, AGAIN);
    }

    @Override
    public Invocation read(MethodDescriptor<?> method, JsonParser in) throws IOException {
      int[] values = new int[2];
      MemberCursor members = PARAMS.openParams(in);
      while (members.next()) {
        values[members.index()] = Numbers.readInt(in);
      }
      return responder ->
          responder.succeed(
              implementation.run(method.name(), values[0], values[1]),
              (out, result) -> out.writeNumber(result));
    }
  }
}
