package io.callbox.deadletter;

import io.callbox.rpc.RpcException;
import org.jspecify.annotations.Nullable;

/**
 * What a step for many dead letters did, also if it has ended early. Immutable.
 *
 * @param seen how many of the letters that were looked at the filter accepted
 * @param done for how many of these the step succeeded
 * @param left how many of these stay on the list
 * @param unknown of how many of these the broker did not say whether the step succeeded; another
 *     program has removed the rest
 * @param unseen how many letters that were there at the start were not looked at, because the step
 *     was stopped, or failed, or others have removed them
 * @param failure why the step ended early; null if it did not fail
 */
public record BulkResult(
    int seen, int done, int left, int unknown, int unseen, @Nullable RpcException failure) {

  /**
   * Returns this result if the step did not fail.
   *
   * @throws RpcException why it failed
   */
  public BulkResult orThrow() {
    if (failure != null) {
      throw failure;
    }
    return this;
  }
}
