package io.callbox.nativeimage;

import io.callbox.node.RpcNode;
import io.callbox.testing.Arith;

/** Serves, calls, and ends: the way over Redisson that every program takes. */
public final class WatchedProgram {

  private WatchedProgram() {}

  /** Argument: where Redis is. */
  public static void main(String[] args) {
    Arith.Skeleton served = new Arith.Skeleton((a, b) -> a * b);
    try (RpcNode node = RpcNode.builder("watched").redis(args[0]).register(served).start()) {
      if (new Arith.Stub(node.channelToAny()).multiply(7, 8) != 56) {
        throw new IllegalStateException("a wrong answer");
      }
    }
  }
}
