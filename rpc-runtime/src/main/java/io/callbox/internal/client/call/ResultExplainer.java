package io.callbox.internal.client.call;

import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;

/** Explains why a result could not be read. Safe for use by many threads. */
@FunctionalInterface
public interface ResultExplainer {

  /** Adds no explanation. */
  ResultExplainer NONE = (method, failure) -> failure;

  /** Returns the same failure with an explanation. May wait for some seconds. */
  RpcException explained(MethodDescriptor<?> method, RpcException failure);

  /** Returns any failure; adds an explanation only if a result came and could not be read. */
  default RpcException explainedIfUnread(MethodDescriptor<?> method, RpcException failure) {
    boolean unread =
        failure.code() == StatusCode.INTERNAL
            && failure.executed() == Executed.YES
            && failure.getCause() != null;
    return unread ? explained(method, failure) : failure;
  }
}
