package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus.State;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Transport;
import io.callbox.trial.Kept;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node closes while a durable call that it has begun still waits for a thread. */
@Timeout(120)
final class ClosingWorkerTest {

  private static final AtomicInteger NAMESPACES = new AtomicInteger();

  @RegisterExtension private final Kept kept = new Kept();
  private final String name = "closing-" + NAMESPACES.incrementAndGet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger tasks = new AtomicInteger();
  private final Queue<Runnable> held = new ConcurrentLinkedQueue<>();
  private final AtomicInteger runs = new AtomicInteger();
  private Transport transport;

  private RpcNodeBuilder node(String id) {
    return RpcNode.builder(id).transport(transport).namespace(name).drain(Duration.ZERO);
  }

  private RpcNodeBuilder worker(String id) {
    return node(id)
        .lease(Duration.ofMillis(900))
        .register(
            new Jobs.Skeleton(
                (method, number, millis) -> {
                  runs.incrementAndGet();
                  return 2 * number;
                }));
  }

  /** The first task reads the request and begins the run; the second would be the run. */
  private void onlyTheFirst(Runnable task) {
    if (tasks.incrementAndGet() == 1) {
      threads.execute(task);
    } else {
      held.add(task);
    }
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void callThatHasNotStartedRunsElsewhere(Broker broker) {
    kept.keep(threads::shutdownNow);
    transport = kept.keep(broker.connect());
    Jobs.Stub jobs = new Jobs.Stub(kept.keep(node("client").start()).channelToAny());
    RpcNode closing = kept.keep(worker("closing").executor(this::onlyTheFirst).start());
    CallHandle<Integer> call = jobs.once(4, 0);
    Await.until("it is about to run", () -> held.size() == 1);
    assertEquals(State.RUNNING, call.status().state());
    closing.close();
    held.forEach(Runnable::run);
    kept.keep(worker("worker").start());
    assertEquals(8, call.await(Duration.ofSeconds(40)));
    assertEquals(1, call.status().attempts());
    assertEquals(1, runs.get());
  }
}
