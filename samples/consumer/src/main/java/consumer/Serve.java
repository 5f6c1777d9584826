package consumer;

import io.callbox.node.RpcNode;
import java.io.IOException;

/** Serves {@link Everything} until its input ends. */
public final class Serve {

  private Serve() {}

  /** Takes the URI of a Redis, and the id of the node. */
  public static void main(String[] args) throws IOException {
    RpcNode node =
        RpcNode.builder(args[1])
            .redis(args[0])
            .register(new EverythingSkeleton(new EverythingEcho()))
            .start();
    try (node) {
      System.out.println(node.id() + " is ready");
      System.in.transferTo(System.out);
    }
  }
}
