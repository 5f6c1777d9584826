package evolution;

import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Calls every method, and tells what came of it. */
public final class Caller implements Function<RpcChannel, Map<String, String>> {

  private final Map<String, String> outcomes = new TreeMap<>();

  @Override
  public Map<String, String> apply(RpcChannel channel) {
    Orders orders = new OrdersStub(channel);
    call("place", () -> orders.place(new Orders.Order("a", 1, Optional.of("half"), "ribbon"), Optional.of("C"), 9));
    call("find", () -> orders.find("b"));
    call("advance", () -> orders.advance(Orders.State.SHIPPED));
    call("paint", () -> orders.paint(Orders.Colour.BLUE));
    call("ship", () -> orders.ship(new Orders.Parcel("c")));
    call("rate", () -> orders.rate(5, 6));
    call("count", () -> orders.count());
    return outcomes;
  }

  private void call(String method, Callable<?> call) {
    try {
      outcomes.put(method, String.valueOf(call.call()));
    } catch (RpcException failure) {
      outcomes.put(method, failure.code() + ", " + failure.executed() + ": " + failure.getMessage());
    } catch (Exception other) {
      throw new AssertionError(other);
    }
  }
}
