package good;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServerCalls;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;
import java.util.List;
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
      case "multiply" -> ArithMarshaller.readMultiplyParams(in, this);
      case "divide" -> ArithMarshaller.readDivideParams(in, this);
      case "fibonacci" -> ArithMarshaller.readFibonacciParams(in, this);
      case "divideLater" -> ArithMarshaller.readDivideLaterParams(in, this);
      case "warmUp" -> ArithMarshaller.readWarmUpParams(in, this);
      case "log" -> ArithMarshaller.readLogParams(in, this);
      case "sumAll" -> ArithMarshaller.readSumAllParams(in, this);
      case "reset" -> ArithMarshaller.readResetParams(in, this);
      default -> throw ServerCalls.unimplemented(method);
    };
  }

  Invocation callMultiply(int a, int b) {
    return responder ->
        ArithMarshaller.INT_RESULT.succeed(responder, implementation.multiply(a, b));
  }

  Invocation callDivide(int a, int b) {
    return responder ->
        ArithMarshaller.QUOTIENT_RESULT.succeed(responder, implementation.divide(a, b));
  }

  Invocation callFibonacci(int n) {
    return responder ->
        ArithMarshaller.LONG_RESULT.succeed(responder, implementation.fibonacci(n));
  }

  Invocation callDivideLater(int a, int b) {
    return responder ->
        ArithMarshaller.QUOTIENT_RESULT.whenComplete(responder, implementation.divideLater(a,
            b));
  }

  Invocation callWarmUp() {
    return responder ->
        ServerCalls.whenComplete(implementation.warmUp(), responder);
  }

  Invocation callLog(String line) {
    return responder -> {
      implementation.log(line);
      responder.succeed();
    };
  }

  Invocation callSumAll(List<Integer> numbers) {
    return responder ->
        ArithMarshaller.INT_RESULT.succeed(responder, implementation.sum(numbers));
  }

  Invocation callReset() {
    return responder -> {
      implementation.reset();
      responder.succeed();
    };
  }
}
