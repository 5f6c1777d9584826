package io.callbox.internal.client;

import io.callbox.rpc.MethodDescriptor;
import io.callbox.transport.Namespace;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The ways to the queues of services, by method. Safe for use by many threads. */
final class ServiceRoutes implements Function<MethodDescriptor<?>, Route> {

  /** Of services that are called under ever new names, not all are remembered. */
  private static final int MOST = 10_000;

  private final Namespace namespace;
  private final Map<String, Route> known = new ConcurrentHashMap<>();

  ServiceRoutes(Namespace namespace) {
    this.namespace = namespace;
  }

  @Override
  public Route apply(MethodDescriptor<?> method) {
    Route route = known.get(method.service());
    if (route != null) {
      return route;
    }
    Route made = new Route(namespace.service(method.service()), false, false);
    if (known.size() < MOST) {
      known.put(method.service(), made);
    }
    return made;
  }
}
