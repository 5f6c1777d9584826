package evolution;

import evolution.Orders.Order;
import io.callbox.rpc.RpcChannel;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Calls every method of the newer contract. */
public final class Caller implements Function<RpcChannel, Map<String, String>> {

  @Override
  public Map<String, String> apply(RpcChannel channel) {
    Orders orders = new OrdersStub(channel);
    Order order = new Order("a", 1, Optional.of("half"), "ribbon");
    return new Outcomes()
        .call("place", () -> orders.place(order, Optional.of("C"), 9))
        .call("find", () -> orders.find("b"))
        .call("advance", () -> orders.advance(Orders.State.SHIPPED))
        .call("paint", () -> orders.paint(Orders.Colour.BLUE))
        .call("ship", () -> orders.ship(new Orders.Parcel("c")))
        .call("rate", () -> orders.rate(5, 6))
        .call("count", () -> orders.count())
        .byMethod();
  }
}
