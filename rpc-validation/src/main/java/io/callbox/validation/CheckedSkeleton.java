package io.callbox.validation;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;

/**
 * A skeleton over {@link CheckedCalls}: a call that they refuse has not run, and its caller learns
 * this.
 *
 * @param skeleton the generated one
 */
record CheckedSkeleton(ServiceSkeleton skeleton) implements ServiceSkeleton {

  @Override
  public ServiceDescriptor descriptor() {
    return skeleton.descriptor();
  }

  @Override
  public Invocation read(MethodDescriptor<?> method, JsonParser params) throws IOException {
    Invocation call = skeleton.read(method, params);
    return responder -> {
      try {
        call.run(responder);
      } catch (RejectedCall refusal) {
        String problem = method + ": " + refusal.getMessage();
        responder.refuse(new RpcException(refusal.code(), problem));
      }
    };
  }
}
