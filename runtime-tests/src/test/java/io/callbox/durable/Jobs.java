package io.callbox.durable;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.callbox.annotation.Sync;
import io.callbox.json.MemberCursor;
import io.callbox.json.Members;
import io.callbox.json.Numbers;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
import io.callbox.rpc.DeclaredException;
import io.callbox.rpc.DurableCalls;
import io.callbox.rpc.DurableOptions;
import io.callbox.rpc.DurablePolicy;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** A service of durable methods, which do what they are told. */
interface Jobs {

  DeclaredException<RefusedException> REFUSED =
      new DeclaredException<>(
          "Jobs.Refused",
          RefusedException.class,
          (out, refused) -> {
            out.writeStartObject();
            out.writeEndObject();
          },
          (message, in) -> {
            in.skipChildren();
            return new RefusedException(String.valueOf(message));
          });

  Duration KEEP = Duration.ofMinutes(2);
  Duration TIMEOUT = Duration.ofMinutes(1);
  MethodDescriptor<Integer> ONCE =
      MethodDescriptor.named("Jobs", "once")
          .durable(new DurablePolicy(KEEP, 1, TIMEOUT))
          .exceptions(REFUSED)
          .returning(Numbers::readInt);
  MethodDescriptor<Integer> AGAIN =
      MethodDescriptor.named("Jobs", "again")
          .idempotent()
          .durable(new DurablePolicy(KEEP, 3, TIMEOUT))
          .exceptions(REFUSED)
          .returning(Numbers::readInt);
  MethodDescriptor<Integer> BRIEF =
      MethodDescriptor.named("Jobs", "brief")
          .durable(new DurablePolicy(Duration.ofMillis(500), 1, Duration.ofMillis(300)))
          .returning(Numbers::readInt);
  MethodDescriptor<Integer> COPIED =
      MethodDescriptor.named("Jobs", "copied")
          .durable(new DurablePolicy(KEEP, 1, TIMEOUT, Sync.REPLICAS))
          .returning(Numbers::readInt);
  MethodDescriptor<Integer> PLAIN =
      MethodDescriptor.named("Jobs", "plain").returning(Numbers::readInt);
  Members PARAMS = Members.of("number", "millis");

  /** Runs a job. */
  int run(String method, int number, int millis) throws Exception;

  /** An exception that the methods declare. */
  final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /** What the compiler would write for the interface. */
  record Stub(RpcChannel channel, DurableOptions options) {

    Stub(RpcChannel channel) {
      this(channel, DurableOptions.DEFAULT);
    }

    Stub withId(String id) {
      return new Stub(channel, options.withId(id));
    }

    Stub orFail() {
      return new Stub(channel, options.orFailing());
    }

    Stub after(Duration delay) {
      return new Stub(channel, options.after(delay));
    }

    Stub at(Instant time) {
      return new Stub(channel, options.at(time));
    }

    Stub withSync(Sync sync) {
      return new Stub(channel, options.withSync(sync));
    }

    Stub async() {
      return new Stub(channel, options.submittingAsync());
    }

    Stub withTimeout(Duration timeout) {
      return new Stub(channel, options.withTimeout(timeout));
    }

    Stub withHeader(String name, String value) {
      return new Stub(channel, options.withHeader(name, value));
    }

    CallHandle<Integer> once(int number, int millis) {
      return submit(ONCE, number, millis);
    }

    CallHandle<Integer> again(int number, int millis) {
      return submit(AGAIN, number, millis);
    }

    CallHandle<Integer> submit(MethodDescriptor<Integer> method, int number, int millis) {
      return DurableCalls.submit(channel, method, out -> write(out, number, millis), options);
    }

    CallHandle<Integer> attach(MethodDescriptor<Integer> method, String id) {
      return DurableCalls.attach(channel, method, id);
    }

    int plain(int number) {
      return ClientCalls.await(channel, PLAIN, out -> write(out, number, 0), CallOptions.DEFAULT);
    }

    private static void write(JsonGenerator out, int number, int millis) throws IOException {
      out.writeStartArray();
      out.writeNumber(number);
      out.writeNumber(millis);
      out.writeEndArray();
    }
  }

  /** Serves an implementation. */
  record Skeleton(Jobs implementation) implements ServiceSkeleton {

    @Override
    public ServiceDescriptor descriptor() {
      return ServiceDescriptor.of("Jobs", ONCE, AGAIN, BRIEF, COPIED, PLAIN);
    }

    @Override
    public Invocation read(MethodDescriptor<?> method, JsonParser in) throws IOException {
      int[] values = new int[2];
      MemberCursor members = PARAMS.openParams(in);
      while (members.next()) {
        values[members.index()] = Numbers.readInt(in);
      }
      return responder -> {
        try {
          int result = implementation.run(method.name(), values[0], values[1]);
          responder.succeed(result, (out, value) -> out.writeNumber(value));
        } catch (Exception failure) {
          responder.fail(failure);
        }
      };
    }
  }
}
