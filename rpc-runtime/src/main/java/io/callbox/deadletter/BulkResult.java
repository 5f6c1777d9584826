package io.callbox.deadletter;

import io.callbox.rpc.RpcException;
import org.jspecify.annotations.Nullable;

/**
 * The result of a step for many dead letters, even if the step has ended early. Immutable.
 *
 * @param seen the number of letters that the step has looked at and the filter accepted
 * @param done the number of these for which the step succeeded
 * @param left the number of these that stay on the list
 * @param unknown the number of these for which the broker did not say whether the step succeeded;
 *     another program has removed the rest
 * @param unseen the number of letters from the start that the step has not looked at, because it
 *     was stopped, or failed, or other programs have removed them
 * @param failure the reason why the step failed; null if it did not fail
 */
public record BulkResult(
    int seen, int done, int left, int unknown, int unseen, @Nullable RpcException failure) {

  /**
   * Returns this result if the step did not fail.
   *
   * @throws RpcException the failure of the step
   */
  public BulkResult orThrow() {
    if (failure != null) {
      throw failure;
    }
    return this;
  }
}
