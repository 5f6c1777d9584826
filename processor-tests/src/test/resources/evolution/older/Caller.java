package evolution;

import io.callbox.rpc.RpcChannel;
import java.util.Map;
import java.util.function.Function;

/** Calls every method of the older contract. */
public final class Caller implements Function<RpcChannel, Map<String, String>> {

  @Override
  public Map<String, String> apply(RpcChannel channel) {
    Orders orders = new OrdersStub(channel);
    return new Outcomes()
        .call("place", () -> orders.place(new Orders.Order("a", 1, "soon")))
        .call("find", () -> orders.find("b"))
        .call("advance", () -> orders.advance(Orders.State.OPEN))
        .call("paint", () -> orders.paint(Orders.Colour.RED))
        .call("ship", () -> orders.ship(new Orders.Parcel("c", 7)))
        .call("rate", () -> orders.rate(5))
        .byMethod();
  }
}
