package io.callbox.internal.client.callback;

import io.callbox.rpc.CallContext;
import java.util.function.Supplier;

/** The context of the thread that makes a call: its callbacks make nested calls in it. */
public final class CallerContext {

  private CallerContext() {}

  /** Returns what binds the context of the calling thread to another thread. */
  public static Supplier<CallContext.Scope> binder() {
    CallContext caller = CallContext.current();
    return caller == null ? () -> CallContext.Scope.NONE : caller::attach;
  }
}
