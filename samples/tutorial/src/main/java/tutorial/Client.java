package tutorial;

import io.callbox.node.RpcNode;

public final class Client {

  private Client() {}

  public static void main(String[] args) {
    try (RpcNode node = RpcNode.builder("shop").redis(args[0]).start()) {
      Stock stock = new StockStub(node.channelToAny());
      System.out.println("bolts: " + stock.count("bolt"));
      System.out.println("taken: " + stock.take("bolt", 40));
      System.out.println("taken: " + stock.take("nut", 21));
    } catch (NotEnoughException refused) {
      System.out.println(refused.getMessage() + ", so we take " + refused.getLeft());
    }
  }
}
