package io.callbox.benchmarks.peers;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.json.Numbers;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;

/**
 * The multiplication again, under another service's name: what fills a node with services.
 *
 * @param name the service
 * @param original what serves it
 */
record Extra(String name, ServiceSkeleton original) implements ServiceSkeleton {

  static MethodDescriptor<Integer> multiply(String service) {
    return MethodDescriptor.named(service, "multiply").returning(Numbers::readInt);
  }

  @Override
  public ServiceDescriptor descriptor() {
    return ServiceDescriptor.of(name, multiply(name));
  }

  @Override
  public Invocation read(MethodDescriptor<?> method, JsonParser params) throws IOException {
    return original.read(method, params);
  }
}
