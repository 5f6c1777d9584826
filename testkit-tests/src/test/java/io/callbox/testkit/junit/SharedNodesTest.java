package io.callbox.testkit.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.callbox.node.RpcNode;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.service.LedgerStub;
import io.callbox.testkit.service.MeadowSkeleton;
import io.callbox.testkit.service.MeadowStub;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that all tests of a class share. */
@CallboxTest
@Timeout(60)
final class SharedNodesTest {

  @Serve static final LedgerSkeleton LEDGER = new LedgerSkeleton(new LedgerBook());

  private static Nodes ofClass;
  private static RpcNode client;

  @BeforeAll
  static void start(Nodes nodes) {
    ofClass = nodes;
    client = nodes.client();
    nodes.start("meadow", new MeadowSkeleton(animal -> animal + " grazes"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void testsShareTheNodesOfTheirClass(int number, Nodes nodes, RpcNode node, LedgerStub ledger) {
    assertSame(ofClass, nodes);
    assertSame(client, node);
    assertEquals(number, ledger.enter(number));
    assertEquals("ox grazes", new MeadowStub(node.channelTo("meadow")).graze("ox"));
  }
}
