package io.callbox.internal.client;

import io.callbox.rpc.MethodDescriptor;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The route of calls.
 *
 * @param queue the queue
 * @param toNode whether it is the inbox of one node, which no other node can replace
 * @param waitForProvider whether calls wait in it while it has no provider
 * @param oneOfAll whether the call is part of a call to all providers: the node was there just now,
 *     so if it is gone, it has died during the call
 * @param lane the number of one of several parallel lanes: 0 as long as no lane hangs
 */
record Route(QueueName queue, boolean toNode, boolean waitForProvider, boolean oneOfAll, int lane) {

  /** Of services that are called under ever new names, not all are remembered. */
  private static final int MOST_KNOWN = 10_000;

  /** Creates a route for calls with one response. */
  Route(QueueName queue, boolean toNode, boolean waitForProvider) {
    this(queue, toNode, waitForProvider, false, 0);
  }

  /** Returns the same route for calls that wait. */
  Route waiting() {
    return new Route(queue, toNode, true, oneOfAll, lane);
  }

  /** Returns another lane of the same route. */
  Route lane(int number) {
    return new Route(queue, toNode, waitForProvider, oneOfAll, number);
  }

  /** Returns the sender of this lane; a sender has one push to a queue under way at a time. */
  String sender(String client) {
    String kind = client + (waitForProvider ? ":w" : ":n");
    return lane == 0 ? kind : kind + lane;
  }

  /** The ways to the queues of services, by method. For use by many threads. */
  static Function<MethodDescriptor<?>, Route> toServices(Namespace namespace) {
    Map<String, Route> known = new ConcurrentHashMap<>();
    return method -> {
      Route route = known.get(method.service());
      return route == null ? toService(method.service(), namespace, known) : route;
    };
  }

  private static Route toService(String service, Namespace namespace, Map<String, Route> known) {
    Route made = new Route(namespace.service(service), false, false);
    if (known.size() < MOST_KNOWN) {
      known.put(service, made);
    }
    return made;
  }
}
