package io.callbox.benchmarks.path;

import io.callbox.benchmarks.work.Order;
import io.callbox.benchmarks.work.Work;
import io.callbox.benchmarks.work.WorkSkeleton;
import io.callbox.benchmarks.work.WorkStub;
import io.callbox.node.RpcNode;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The program that {@link CallPath} looks at: blocking calls, one by one, between two marks. */
public final class TracedCalls {

  private static final int WARM_UP = 200;
  private static final int CALLS = 9;
  private static final long BEFORE_MILLIS = 150;

  /** A server acknowledges, and asks for more, after its caller has the result. */
  private static final long AFTER_MILLIS = 60;

  private TracedCalls() {}

  /** Makes the calls over a Redis. */
  public static void run(String redis) {
    try (RpcNode server =
            RpcNode.builder("server").redis(redis).register(new WorkSkeleton(new Plain())).start();
        RpcNode client = RpcNode.builder("client").redis(redis).start()) {
      Work work = new WorkStub(client.channelToAny());
      for (int call = 0; call < WARM_UP; call++) {
        work.multiply(call, server.id().length());
      }
      for (int call = 0; call < CALLS; call++) {
        pause(BEFORE_MILLIS);
        begin();
        work.multiply(7, 8);
        pause(AFTER_MILLIS);
        end();
      }
    }
  }

  /** A mark for the debugger. */
  static void begin() {}

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
