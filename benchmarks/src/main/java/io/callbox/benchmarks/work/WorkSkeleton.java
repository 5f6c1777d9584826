package io.callbox.benchmarks.work;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.callbox.json.MemberCursor;
import io.callbox.json.Numbers;
import io.callbox.json.Texts;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServerCalls;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;

/** By hand what the compiler would write. */
public record WorkSkeleton(Work implementation) implements ServiceSkeleton {

  @Override
  public ServiceDescriptor descriptor() {
    return ServiceDescriptor.of(
        "Work", WorkMarshaller.MULTIPLY, WorkMarshaller.RELAY, WorkMarshaller.ECHO);
  }

  @Override
  public Invocation read(MethodDescriptor<?> method, JsonParser in) throws IOException {
    return switch (method.name()) {
      case "multiply" -> multiply(in);
      case "relay" -> relay(in);
      case "echo" -> echo(in);
      default -> throw ServerCalls.unimplemented(method);
    };
  }

  private Invocation multiply(JsonParser in) throws IOException {
    int a = 0;
    int b = 0;
    MemberCursor members = WorkMarshaller.MULTIPLY_PARAMS.openParams(in);
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
        responder.succeed(implementation.multiply(left, right), JsonGenerator::writeNumber);
  }

  private Invocation relay(JsonParser in) throws IOException {
    Order[] order = {Order.SAMPLE};
    MemberCursor members = WorkMarshaller.RELAY_PARAMS.openParams(in);
    while (members.next()) {
      if (members.index() == 0) {
        order[0] = WorkMarshaller.readOrder(in);
      } else {
        members.skip();
      }
    }
    members.require(0);
    return responder ->
        responder.succeed(implementation.relay(order[0]), WorkMarshaller::writeOrder);
  }

  private Invocation echo(JsonParser in) throws IOException {
    String[] text = {""};
    MemberCursor members = WorkMarshaller.ECHO_PARAMS.openParams(in);
    while (members.next()) {
      if (members.index() == 0) {
        text[0] = Texts.readString(in);
      } else {
        members.skip();
      }
    }
    members.require(0);
    return responder -> responder.succeed(implementation.echo(text[0]), JsonGenerator::writeString);
  }
}
