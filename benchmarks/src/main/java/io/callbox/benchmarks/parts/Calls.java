package io.callbox.benchmarks.parts;

import io.callbox.benchmarks.work.Order;
import io.callbox.benchmarks.work.WorkService;
import io.callbox.benchmarks.work.WorkSkeleton;
import io.callbox.benchmarks.work.WorkStub;
import io.callbox.node.RpcNode;
import io.callbox.transport.memory.InMemoryTransport;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Whole calls without a broker: both envelopes, both marshallings, and the threads between. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Calls {

  private final InMemoryTransport transport = new InMemoryTransport();
  private final RpcNode server =
      RpcNode.builder("server")
          .transport(transport)
          .register(new WorkSkeleton(new WorkService(Duration.ZERO)))
          .start();
  private final RpcNode client = RpcNode.builder("client").transport(transport).start();
  private WorkStub work = new WorkStub(client.channelToAny());

  /** Makes the first call. */
  @Setup
  public void prepare() {
    work = new WorkStub(client.channelTo("server"));
    work.multiply(7, 8);
  }

  /** Ends both nodes. */
  @TearDown
  public void end() {
    client.close();
    server.close();
    transport.close();
  }

  /** Two ints in, one out. */
  @Benchmark
  public int multiply() {
    return work.multiply(7, 8);
  }

  /** The record of 1 KiB, there and back. */
  @Benchmark
  public Order relay() {
    return work.relay(Order.SAMPLE);
  }
}
