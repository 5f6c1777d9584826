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
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** A service that gives a stream, written by hand. */
public interface Count {

  MethodDescriptor<Integer> TO =
      MethodDescriptor.named("Count", "to").streaming().returning(Numbers::readInt);
  Members PARAMS = Members.of("end");

  /** Numbers from 0 on. */
  Stream<Integer> to(int end);

  /** Calls the service. */
  record Stub(RpcChannel channel) implements Count {

    @Override
    public Stream<Integer> to(int end) {
      return ClientCalls.stream(channel, TO, out -> write(out, end), CallOptions.DEFAULT);
    }

    public Flow.Publisher<Integer> publisherTo(int end) {
      return ClientCalls.publisher(channel, TO, out -> write(out, end), CallOptions.DEFAULT);
    }

    private static void write(JsonGenerator out, int end) throws IOException {
      out.writeStartObject();
      out.writeNumberField("end", end);
      out.writeEndObject();
    }
  }

  /** Serves an implementation. */
  record Skeleton(Count implementation) implements ServiceSkeleton {

    @Override
    public ServiceDescriptor descriptor() {
      return ServiceDescriptor.of("Count", TO);
    }

    @Override
    public Invocation read(MethodDescriptor<?> method, JsonParser in) throws IOException {
      int end = 0;
      MemberCursor members = PARAMS.openParams(in);
      while (members.next()) {
        end = Numbers.readInt(in);
      }
      members.require(0);
      int last = end;
      return responder ->
          ServerCalls.stream(
              implementation.to(last), responder, (out, item) -> out.writeNumber(item));
    }
  }
}
