package io.callbox.samples.demo;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.samples.desk.Order;
import java.util.List;

/** Arguments are held to the constraints of Bean Validation. */
final class CheckedArguments implements Step {

  @Override
  public String title() {
    return "arguments that break a constraint";
  }

  @Override
  public String show(Stage stage) {
    Order order = new Order(List.of(new Order.Line(2, 3), new Order.Line(0, 5)));
    try {
      throw new IllegalStateException("the order costs " + stage.desk().total(order));
    } catch (RpcException refused) {
      Stage.expect(refused.code() == StatusCode.INVALID_ARGUMENT, "a refusal, got " + refused);
      return refused.code() + ": " + refused.getMessage();
    }
  }
}
