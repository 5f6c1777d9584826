package tutorial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.testkit.Nodes;
import org.junit.jupiter.api.Test;

final class StockTest {

  @Test
  void noMoreIsTakenThanThereIs() throws Exception {
    try (Nodes nodes = Nodes.inMemory()) {
      Stock stock = new StockStub(nodes.serving(new StockSkeleton(new Warehouse())));
      assertEquals(new Stock.Item("nut", 15), stock.take("nut", 15));
      NotEnoughException refused =
          assertThrows(NotEnoughException.class, () -> stock.take("nut", 15));
      assertEquals(5, refused.getLeft());
    }
  }
}
