package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.callbox.json.Numbers;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node waits for each of its queues, however many there are. */
@CallboxTest
@Timeout(60)
final class ManyServicesTest {

  private static final int SERVICES = 100;

  @Test
  void eachOfAHundredServicesIsHeardAtOnce(Nodes nodes, RpcNode client) throws Throwable {
    ServiceSkeleton[] services = new ServiceSkeleton[SERVICES];
    for (int index = 0; index < SERVICES; index++) {
      services[index] = new Fixed("Fixed" + index, index);
    }
    nodes.start("many", node -> node, services);
    for (int index = 0; index < SERVICES; index++) {
      assertEquals(index, call(client, index)); // the first call opens connections
    }
    for (int index = 0; index < SERVICES; index++) { // turns of a second each would take too long
      assertEquals(index, call(client, index));
    }
  }

  private static int call(RpcNode client, int index) {
    try {
      return client
          .channelToAny()
          .call(method("Fixed" + index), ManyServicesTest::nothing, CallOptions.DEFAULT);
    } catch (Throwable failure) {
      throw new AssertionError("service " + index, failure);
    }
  }

  private static void nothing(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeEndObject();
  }

  private static MethodDescriptor<Integer> method(String service) {
    return MethodDescriptor.named(service, "number").returning(Numbers::readInt);
  }

  private record Fixed(String name, int number) implements ServiceSkeleton {

    @Override
    public ServiceDescriptor descriptor() {
      return ServiceDescriptor.of(name, method(name));
    }

    @Override
    public Invocation read(MethodDescriptor<?> method, JsonParser params) throws IOException {
      params.skipChildren();
      return responder -> responder.succeed(number, (out, value) -> out.writeNumber(value));
    }
  }
}
