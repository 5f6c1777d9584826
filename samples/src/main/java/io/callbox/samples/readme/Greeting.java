package io.callbox.samples.readme;

import io.callbox.node.RpcNode;

/** The README's example: two nodes, which could as well be on two machines. */
public final class Greeting {

  private Greeting() {}

  /** Greets the world from one node to another, through a Redis. */
  public static String greetWorld(String redisUri) {
    try (RpcNode server =
            RpcNode.builder("node-2")
                .redis(redisUri)
                .register(new GreeterSkeleton(name -> "Hello, " + name))
                .start();
        RpcNode client = RpcNode.builder("node-1").redis(redisUri).start()) {
      Greeter greeter = new GreeterStub(client.channelTo(server.id()));
      return greeter.greet("world");
    }
  }
}
