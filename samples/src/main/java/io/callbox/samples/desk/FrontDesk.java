package io.callbox.samples.desk;

import io.callbox.rpc.CallContext;
import io.callbox.rpc.RpcChannel;
import io.callbox.samples.arith.ArithAsyncStub;
import io.callbox.samples.arith.ArithStub;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Leaves arithmetic to others. Has no state, so any number of threads may use it. */
public final class FrontDesk implements Desk {

  private final CompletableFuture<RpcChannel> others;

  /**
   * A desk that calls others through this channel.
   *
   * @param others there once the node that the desk is served by has started
   */
  public FrontDesk(CompletableFuture<RpcChannel> others) {
    this.others = others;
  }

  @Override
  public int total(Order order) {
    Order.Line first = order.lines().get(0);
    ArithAsyncStub later = new ArithAsyncStub(others.join());
    List<CompletableFuture<Integer>> rest =
        order.lines().stream()
            .skip(1)
            .map(line -> later.multiply(line.quantity(), line.price()))
            .toList();
    return new ArithStub(others.join()).multiply(first.quantity(), first.price())
        + rest.stream().mapToInt(CompletableFuture::join).sum();
  }

  @Override
  public String tenant(int further) {
    if (further > 0) {
      return new DeskStub(others.join()).tenant(further - 1);
    }
    CallContext call = Objects.requireNonNull(CallContext.current(), "no call is being served");
    return call.headers().getOrDefault("tenant", "nobody");
  }

  @Override
  public int empty() {
    return 0;
  }
}
