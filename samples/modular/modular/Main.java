package modular;

import io.callbox.node.RpcNode;

/** Two nodes over the Redis that the first argument names, and a call. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    String redis = arguments[0];
    ArithSkeleton served = new ArithSkeleton((a, b) -> a * b);
    try (RpcNode server = RpcNode.builder("server").redis(redis).register(served).start();
        RpcNode client = RpcNode.builder("client").redis(redis).start()) {
      Arith arith = new ArithStub(client.channelTo(server.id()));
      System.out.println(arith.multiply(7, 8) + " " + Main.class.getModule());
    }
  }
}
