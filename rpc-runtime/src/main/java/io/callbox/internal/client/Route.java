package io.callbox.internal.client;

import io.callbox.rpc.MethodDescriptor;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Where calls go.
 *
 * @param queue the queue
 * @param toNode whether it is the inbox of one node, whom nobody else can stand in for
 * @param waitForProvider whether they wait in it while nobody consumes it
 * @param oneOfAll whether others are called together with that node, which was there just now: if
 *     it is not any more, it has died under the call
 * @param lane which of several ways beside each other it is: 0 as long as none of them hangs
 */
record Route(QueueName queue, boolean toNode, boolean waitForProvider, boolean oneOfAll, int lane) {

  /** Of services that are called under ever new names, not all are remembered. */
  private static final int MOST_KNOWN = 10_000;

  /** A way for calls of one answer. */
  Route(QueueName queue, boolean toNode, boolean waitForProvider) {
    this(queue, toNode, waitForProvider, false, 0);
  }

  /** The same way for calls that wait. */
  Route waiting() {
    return new Route(queue, toNode, true, oneOfAll, lane);
  }

  /** Another lane of the same way. */
  Route lane(int number) {
    return new Route(queue, toNode, waitForProvider, oneOfAll, number);
  }

  /** Who pushes in this lane: one push of a sender to a queue is under way at a time. */
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
