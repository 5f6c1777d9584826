package io.callbox.rpc;

import java.util.List;

/**
 * Describes a service for client and server at run time. Immutable.
 *
 * @param name its wire name
 * @param methods its remote methods, their names unique
 */
public record ServiceDescriptor(String name, List<MethodDescriptor<?>> methods) {

  /** A service of these methods. */
  public ServiceDescriptor {
    methods = List.copyOf(methods);
  }

  /** A service of these methods. */
  public static ServiceDescriptor of(String name, MethodDescriptor<?>... methods) {
    return new ServiceDescriptor(name, List.of(methods));
  }
}
