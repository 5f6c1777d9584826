package io.callbox.internal.server;

import io.callbox.internal.concurrent.AdaptiveExecutor;
import io.callbox.internal.server.receive.ServiceLane;
import io.callbox.internal.server.service.ServiceTable;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.transport.QueueName;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a server: those that run implementations, and those that wait for items of
 * streams. With an executor of the user, the server's own threads only submit tasks to it. Safe for
 * use by many threads. The server closes them; the user's executor stays open.
 */
final class ServerThreads implements AutoCloseable {

  /** The maximum number of threads that wait for items of streams. */
  private static final int MOST_PULLERS = 256;

  private final @Nullable Executor users;
  private final AdaptiveExecutor own;
  private final AdaptiveExecutor pullers;

  /**
   * Creates the threads' pools. Threads start when there are tasks.
   *
   * @param mostInHand the maximum number of requests that run at the same time
   * @param executor the user's executor; null for the server's own threads
   */
  ServerThreads(String name, int mostInHand, @Nullable Executor executor) {
    this.users = executor;
    this.own = new AdaptiveExecutor(name + "-worker", executor == null ? mostInHand : 1);
    this.pullers = new AdaptiveExecutor(name + "-stream", executor == null ? MOST_PULLERS : 1);
  }

  /** Returns the executor of implementations. */
  Executor runner() {
    return users == null ? own : new ExecutorHandoff(own, users);
  }

  /** Returns the executor of tasks that wait for items of streams. */
  Executor puller() {
    return users == null ? pullers : new ExecutorHandoff(pullers, users);
  }

  /**
   * Returns the lane of each queue's requests. On the server's own threads, the requests of each
   * service take turns with those of other services, from all shards.
   *
   * @param inbox the node's own queue
   */
  Map<QueueName, ServiceLane> lanes(ServiceTable services, QueueName inbox) {
    Map<QueueName, ServiceLane> lanes = new HashMap<>();
    for (ServiceDescriptor service : services.services()) {
      ServiceLane lane = new ServiceLane(users == null ? own.lane() : runner());
      services.shardsOf(service.name()).forEach(shard -> lanes.put(shard, lane));
    }
    lanes.put(inbox, new ServiceLane(runner()));
    return lanes;
  }

  @Override
  public void close() {
    own.close();
    pullers.close();
  }
}
