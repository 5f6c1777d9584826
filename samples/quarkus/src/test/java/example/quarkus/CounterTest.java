package example.quarkus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Quarkus makes the stub, which calls another node over a real Redis. */
@QuarkusTest
@WithTestResource(Warehouse.class)
final class CounterTest {

  @Inject Counter counter;
  @Inject Stock stock;
  @Inject RpcNode node;

  @Test
  void stubIsFoundByTheContainer() {
    assertEquals(1200, counter.order("pear", 3));
    assertSame(StockStub.class, stock.getClass());
    assertTrue(node.health().alive());
  }
}
