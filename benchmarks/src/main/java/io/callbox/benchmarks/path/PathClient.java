package io.callbox.benchmarks.path;

import io.callbox.benchmarks.work.WorkStub;
import io.callbox.node.RpcNode;

/** The end that calls. {@link CallPath} makes it by its name, in its own loader. */
public final class PathClient implements PathEnd {

  private final RpcNode node;
  private final WorkStub work;

  /** Starts its node. */
  public PathClient(String redis) {
    node = RpcNode.builder("client").redis(redis).start();
    work = new WorkStub(node.channelToAny());
  }

  @Override
  public void call() {
    int product = work.multiply(7, 8);
    if (product != 56) {
      throw new IllegalStateException("7 * 8 is not " + product);
    }
  }

  @Override
  public void close() {
    node.close();
  }
}
