package io.callbox.samples.demo;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcChannel;
import io.callbox.samples.desk.DeskStub;
import java.util.List;

/**
 * The nodes and figures that the steps use.
 *
 * @param caller the node that all of them call from
 * @param cluster the nodes that they call
 * @param office another node that they call, in this process
 * @param figures the measurements and traces of this process
 */
record Stage(RpcNode caller, Cluster cluster, Office office, Figures figures) {

  /** The ids of the nodes that are called. */
  static final List<String> NODES = List.of("node-1", "node-2", "node-3");

  /** The way to one node. */
  RpcChannel to(String node) {
    return caller.channelTo(node);
  }

  /** The way to whichever node has room. */
  RpcChannel toAny() {
    return caller.channelToAny();
  }

  /** The desk of the office. */
  DeskStub desk() {
    return new DeskStub(to(office.node().id()));
  }

  /** Fails the step that expected something else. */
  static void expect(boolean seen, String expectation) {
    if (!seen) {
      throw new IllegalStateException("expected " + expectation);
    }
  }
}
