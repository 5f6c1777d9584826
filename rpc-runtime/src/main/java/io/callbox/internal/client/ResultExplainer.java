package io.callbox.internal.client;

import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;

/** Says why a result could not be read. Safe for use by many threads. */
@FunctionalInterface
public interface ResultExplainer {

  /** Says no more than the failure does. */
  ResultExplainer NONE = (method, failure) -> failure;

  /** The same failure, with what is known besides. May wait for some seconds. */
  RpcException explained(MethodDescriptor<?> method, RpcException failure);

  /** The same of any failure: only of a result that came and could not be read there is more. */
  default RpcException explainedIfUnread(MethodDescriptor<?> method, RpcException failure) {
    boolean unread =
        failure.code() == StatusCode.INTERNAL
            && failure.executed() == Executed.YES
            && failure.getCause() != null;
    return unread ? explained(method, failure) : failure;
  }
}
