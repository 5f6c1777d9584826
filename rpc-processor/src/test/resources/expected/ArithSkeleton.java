package good;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServerCalls;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;
import javax.annotation.processing.Generated;

/**
 * Serves a {@link Arith} to remote callers.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class ArithSkeleton implements ServiceSkeleton {
  private final Arith implementation;

  /**
   * Calls go to {@code implementation}, many at a time.
   */
  public ArithSkeleton(Arith implementation) {
    this.implementation = implementation;
  }

  @Override
  public ServiceDescriptor descriptor() {
    return ArithMarshaller.SERVICE;
  }

  @Override
  public Invocation read(MethodDescriptor<?> method, JsonParser in) throws IOException {
    return switch (method.name()) {
      case "multiply" -> {
        var params = ArithMarshaller.readMultiplyParams(in);
        yield responder ->
            responder.succeed(
                implementation.multiply(params.a(), params.b()),
                ArithMarshaller::writeMultiplyResult);
      }
      case "divide" -> {
        var params = ArithMarshaller.readDivideParams(in);
        yield responder ->
            responder.succeed(
                implementation.divide(params.a(), params.b()),
                ArithMarshaller::writeDivideResult);
      }
      case "fibonacci" -> {
        var params = ArithMarshaller.readFibonacciParams(in);
        yield responder ->
            responder.succeed(
                implementation.fibonacci(params.n()),
                ArithMarshaller::writeFibonacciResult);
      }
      case "divideLater" -> {
        var params = ArithMarshaller.readDivideLaterParams(in);
        yield responder ->
            ServerCalls.whenComplete(
                implementation.divideLater(params.a(), params.b()),
                responder,
                ArithMarshaller::writeDivideLaterResult);
      }
      case "warmUp" -> {
        ArithMarshaller.readWarmUpParams(in);
        yield responder ->
            ServerCalls.whenComplete(
                implementation.warmUp(),
                responder);
      }
      case "log" -> {
        var params = ArithMarshaller.readLogParams(in);
        yield responder -> {
          implementation.log(params.line());
          responder.succeed();
        };
      }
      case "sumAll" -> {
        var params = ArithMarshaller.readSumAllParams(in);
        yield responder ->
            responder.succeed(
                implementation.sum(params.numbers()),
                ArithMarshaller::writeSumAllResult);
      }
      case "reset" -> {
        ArithMarshaller.readResetParams(in);
        yield responder -> {
          implementation.reset();
          responder.succeed();
        };
      }
      default -> throw ServerCalls.unimplemented(method);
    };
  }
}
