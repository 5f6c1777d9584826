package io.callbox.processor.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.ServiceSkeleton;
import io.callbox.transport.memory.InMemoryTransport;

/**
 * A node that serves a contract, and a caller that sends it whatever JSON it likes and reads what
 * is answered as it is. Closed by whoever made it.
 */
final class LiveEcho implements AutoCloseable {

  private final ObjectMapper mapper;
  private final RpcNode node;
  private final RpcChannel channel;

  LiveEcho(ServiceSkeleton skeleton, ObjectMapper mapper) {
    this.mapper = mapper;
    this.node =
        RpcNode.builder("echo").transport(new InMemoryTransport()).register(skeleton).start();
    this.channel = node.channelTo("echo");
  }

  /** What a method answers to one argument. */
  JsonNode answer(MethodDescriptor<?> method, JsonNode argument) throws Throwable {
    MethodDescriptor<JsonNode> raw =
        MethodDescriptor.named(method.service(), method.name()).returning(mapper::readTree);
    String params = "[" + mapper.writeValueAsString(argument) + "]";
    return channel.call(raw, out -> out.writeRawValue(params), CallOptions.DEFAULT);
  }

  @Override
  public void close() {
    node.close();
  }
}
