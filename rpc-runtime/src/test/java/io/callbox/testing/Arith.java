package io.callbox.testing;

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
import io.callbox.rpc.ServerCalls;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** A service written by hand, as the compiler would write it. */
public interface Arith {

  MethodDescriptor<Integer> MULTIPLY =
      MethodDescriptor.named("Arith", "multiply").returning(Numbers::readInt);
  Members MULTIPLY_PARAMS = Members.of("a", "b");

  int multiply(int a, int b);

  /** Calls the service. */
  record Stub(RpcChannel channel, CallOptions options) implements Arith {

    public Stub(RpcChannel channel) {
      this(channel, CallOptions.DEFAULT);
    }

    @Override
    public int multiply(int a, int b) {
      return ClientCalls.await(channel, MULTIPLY, out -> write(out, a, b), options);
    }

    public CompletableFuture<Integer> multiplyAsync(int a, int b) {
      return ClientCalls.future(channel, MULTIPLY, out -> write(out, a, b), options);
    }

    private static void write(JsonGenerator out, int a, int b) throws IOException {
      out.writeStartObject();
      out.writeNumberField("a", a);
      out.writeNumberField("b", b);
      out.writeEndObject();
    }
  }

  /** Serves an implementation. */
  record Skeleton(Arith implementation) implements ServiceSkeleton {

    @Override
    public ServiceDescriptor descriptor() {
      return ServiceDescriptor.of("Arith", MULTIPLY);
    }

    @Override
    public Invocation read(MethodDescriptor<?> method, JsonParser in) throws IOException {
      if (!method.name().equals("multiply")) {
        throw ServerCalls.unimplemented(method);
      }
      int a = 0;
      int b = 0;
      MemberCursor members = MULTIPLY_PARAMS.openParams(in);
      while (members.next()) {
        switch (members.index()) {
          case 0 -> a = Numbers.readInt(in);
          case 1 -> b = Numbers.readInt(in);
          default -> members.skip();
        }
      }
      members.require(0);
      members.require(1);
      int left = a;
      int right = b;
      return responder ->
          responder.succeed(
              implementation.multiply(left, right), (out, result) -> out.writeNumber(result));
    }
  }
}
