package io.callbox.masters;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.json.Numbers;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import io.callbox.testing.Arith;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** The same service as {@link Arith} under another name, and so in another queue. */
record Triple(Arith.Skeleton arith) implements ServiceSkeleton {

  private static final MethodDescriptor<Integer> MULTIPLY =
      MethodDescriptor.named("Triple", "multiply").returning(Numbers::readInt);

  static CompletableFuture<Integer> of(RpcChannel channel, int number, CallOptions options) {
    return ClientCalls.future(
        channel,
        MULTIPLY,
        out -> {
          out.writeStartObject();
          out.writeNumberField("a", number);
          out.writeNumberField("b", 3);
          out.writeEndObject();
        },
        options);
  }

  @Override
  public ServiceDescriptor descriptor() {
    return ServiceDescriptor.of("Triple", MULTIPLY);
  }

  @Override
  public Invocation read(MethodDescriptor<?> method, JsonParser in) throws IOException {
    return arith.read(method, in);
  }
}
