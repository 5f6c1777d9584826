package io.callbox.samples.demo;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;

/** Calls are signed, and rules say who may call what. */
final class RefusedCaller implements Step {

  @Override
  public String title() {
    return "a caller that may not";
  }

  @Override
  public String show(Stage stage) {
    try {
      throw new IllegalStateException("the till was emptied of " + stage.desk().empty());
    } catch (RpcException refused) {
      Stage.expect(refused.code() == StatusCode.PERMISSION_DENIED, "a refusal, got " + refused);
      return refused.code() + ": " + refused.getMessage();
    }
  }
}
