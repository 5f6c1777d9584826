package io.callbox.benchmarks.path;

import io.callbox.benchmarks.work.Order;
import io.callbox.benchmarks.work.Work;
import io.callbox.benchmarks.work.WorkSkeleton;
import io.callbox.benchmarks.work.WorkStub;
import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The program that {@link CallPath} looks at: blocking calls, one by one, between two marks. */
public final class TracedCalls {

  /** The methods at which a debugger knows what comes next. */
  static final List<String> MARKS = List.of("begin", "idle", "end");

  /** Longer than the calls last: no lease is renewed meanwhile, and a slow call does not end. */
  private static final Duration LONG = Duration.ofMinutes(10);

  private static final int WARM_UP = 200;
  private static final int CALLS = 9;
  private static final long BEFORE_MILLIS = 150;

  /** A server acknowledges, and asks for more, after its caller has the result. */
  private static final long AFTER_MILLIS = 60;

  private static final long IDLE_MILLIS = 8_000;

  private TracedCalls() {}

  /** Makes the calls over a Redis, and then none for a while. */
  public static void run(String redis) {
    try (RpcNode server = server(redis).lease(LONG).start();
        RpcNode client = RpcNode.builder("client").redis(redis).lease(LONG).timeout(LONG).start()) {
      makeCalls(new WorkStub(client.channelToAny()), server.id().length());
    }
    try (RpcNode server = server(redis).start();
        RpcNode client = RpcNode.builder("client").redis(redis).start()) {
      new WorkStub(client.channelToAny()).multiply(server.id().length(), 1);
      idle();
      pause(IDLE_MILLIS);
      end();
    }
  }

  private static RpcNodeBuilder server(String redis) {
    return RpcNode.builder("server").redis(redis).register(new WorkSkeleton(new Plain()));
  }

  private static void makeCalls(Work work, int number) {
    for (int call = 0; call < WARM_UP; call++) {
      work.multiply(call, number);
    }
    for (int call = 0; call < CALLS; call++) {
      pause(BEFORE_MILLIS);
      begin();
      work.multiply(7, 8);
      pause(AFTER_MILLIS);
      end();
    }
  }

  /** A mark for the debugger. */
  static void begin() {}

  /** A mark for the debugger. */
  static void idle() {}

  /** A mark for the debugger. */
  static void end() {}

  private static void pause(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private static final class Plain implements Work {

    @Override
    public int multiply(int a, int b) {
      return a * b;
    }

    @Override
    public Order relay(Order order) {
      return order;
    }

    @Override
    public String echo(String text) {
      return text;
    }
  }
}
