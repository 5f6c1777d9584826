package io.callbox.spring;

import io.callbox.node.RpcNode;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * The application's node while there is one: from the context's start to its stop. Safe for use by
 * many threads; only {@link NodeLifecycle} sets it.
 */
final class CurrentNode {

  private volatile @Nullable RpcNode node;

  /** Returns the node; null before its start and after its end. */
  @Nullable RpcNode orNull() {
    return node;
  }

  /**
   * The node.
   *
   * @throws RpcException {@code UNAVAILABLE} before its start and after its end
   */
  RpcNode get() {
    RpcNode current = node;
    if (current == null) {
      throw new RpcException(
          StatusCode.UNAVAILABLE,
          Executed.NO,
          "the application's node starts once all beans are made, and ends before they do; call"
              + " from an ApplicationRunner, say, rather than while a bean is made");
    }
    return current;
  }

  void set(@Nullable RpcNode newNode) {
    this.node = newNode;
  }
}
