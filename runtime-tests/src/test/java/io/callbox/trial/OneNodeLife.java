package io.callbox.trial;

import io.callbox.node.RpcNode;
import io.callbox.testing.Talk;
import java.util.concurrent.Callable;

/** Starts a node, calls itself, and closes. Loaded by a class loader of its own. */
public final class OneNodeLife implements Callable<String> {

  @Override
  public String call() throws Exception {
    String uri = System.getProperty("callbox.test.uri", "");
    try (RpcNode node =
        RpcNode.builder("short-lived")
            .redis(uri)
            .register(new Talk.Skeleton(line -> line))
            .start()) {
      Talk.Stub talk = new Talk.Stub(node.channelToAny());
      return talk.say("x") + talk.sayAsync("y").thenApply(line -> line).join();
    }
  }
}
