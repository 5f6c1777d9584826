package io.callbox.trial;

import io.callbox.node.RpcNode;
import io.callbox.testing.Talk;

/** A program that ends without closing its node, which serves and has made a call. */
public final class LeavesNodeOpen {

  private LeavesNodeOpen() {}

  public static void main(String... arguments) throws Exception {
    RpcNode node =
        RpcNode.builder("left-open")
            .redis(arguments[0])
            .namespace(arguments[1])
            .register(new Talk.Skeleton(line -> line))
            .start();
    new Talk.Stub(node.channelToAny()).say("x");
    new Talk.Stub(node.channelToAny()).sayAsync("x").join();
    System.out.println("ready");
  }
}
