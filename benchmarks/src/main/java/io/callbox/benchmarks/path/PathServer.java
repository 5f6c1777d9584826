package io.callbox.benchmarks.path;

import io.callbox.benchmarks.work.WorkService;
import io.callbox.benchmarks.work.WorkSkeleton;
import io.callbox.node.RpcNode;
import java.time.Duration;

/** The end that is called. {@link CallPath} makes it by its name, in its own loader. */
public final class PathServer implements PathEnd {

  private final RpcNode node;

  /** Starts its node. */
  public PathServer(String redis) {
    WorkService work = new WorkService(Duration.ZERO);
    node = RpcNode.builder("server").redis(redis).register(new WorkSkeleton(work)).start();
  }

  @Override
  public void call() {
    throw new UnsupportedOperationException("a server makes no calls");
  }

  @Override
  public void close() {
    node.close();
  }
}
