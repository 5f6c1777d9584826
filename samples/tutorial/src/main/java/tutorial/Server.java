package tutorial;

import io.callbox.node.RpcNode;

public final class Server {

  private Server() {}

  public static void main(String[] args) throws InterruptedException {
    RpcNode node =
        RpcNode.builder(args[1])
            .redis(args[0])
            .register(new StockSkeleton(new Warehouse()))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(node::close));
    System.out.println(node.id() + " serves Stock");
    Thread.currentThread().join();
  }
}
