package io.callbox.testkit.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.node.RpcNode;
import io.callbox.rpc.Replies;
import io.callbox.rpc.Reply;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.service.LedgerAllStub;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ToAllExampleTest {

  @Test
  void allAreAsked() {
    try (Nodes nodes = Nodes.inMemory()) {
      nodes.start("a", new LedgerSkeleton(new LedgerBook()));
      nodes.start("b", new LedgerSkeleton(new LedgerBook()));
      RpcNode node = nodes.client();
      LedgerAllStub all = new LedgerAllStub(node.channelToAll());
      Replies<Integer> replies = all.withTimeout(Duration.ofSeconds(2)).look(7);
      List<String> lines = new ArrayList<>();
      for (Reply<Integer> reply : replies) { // each as it comes
        lines.add(reply.node() + (reply.succeeded() ? " says " + reply.value() : " failed"));
      }
      assertEquals(2, lines.size());
      List<Reply<Integer>> most = all.enter(8).majority(); // more than half have entered it
      assertEquals(2, most.size());
      all.log("news").await(); // each inbox has it
    }
  }
}
