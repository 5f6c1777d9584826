package consumer;

import io.callbox.node.RpcNode;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.contract.Contract;
import io.callbox.testkit.redis.RedisServer;

/** Sends random values of every type there and back through a Redis that it starts. */
public final class Main {

  private Main() {}

  /** Takes how many calls each method gets, and the seed. */
  public static void main(String[] args) {
    int rounds = Integer.parseInt(args[0]);
    long begun = System.nanoTime();
    try (RedisServer redis = RedisServer.start();
        Nodes nodes = new Nodes(id -> RpcNode.builder(id).redis(redis.uri()))) {
      Contract.of(Everything.class).seed(Long.parseLong(args[1])).check(rounds, nodes);
    }
    System.out.printf(
        "%d methods, %d calls each, in %d s%n",
        Everything.class.getMethods().length, rounds, (System.nanoTime() - begun) / 1_000_000_000);
  }
}
