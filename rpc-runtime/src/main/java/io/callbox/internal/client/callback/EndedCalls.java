package io.callbox.internal.client.callback;

import io.callbox.internal.concurrent.ShortPieces;
import io.callbox.rpc.CallContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Futures of durable calls whose ends became known together. One task completes them all, one after
 * the other, unless a callback blocks. One thread fills it, and then passes it on.
 */
final class EndedCalls implements ShortPieces {

  private final CallbackExecutor callbacks;
  private final List<Ended> calls = new ArrayList<>();

  EndedCalls(CallbackExecutor callbacks) {
    this.callbacks = callbacks;
  }

  boolean areOf(CallbackExecutor one) {
    return callbacks == one;
  }

  private record Ended(Supplier<CallContext.Scope> around, Runnable completion) {

    static final Ended STARTED = new Ended(() -> CallContext.Scope.NONE, () -> {});
  }

  /** Adds what {@link CallbackExecutor#complete(Supplier, Runnable)} is given for one call. */
  void add(Supplier<CallContext.Scope> around, Runnable completion) {
    calls.add(new Ended(around, completion));
  }

  @Override
  public int size() {
    return calls.size();
  }

  @Override
  public void performShort(int index) {
    Ended call = calls.set(index, Ended.STARTED); // keeps no result of an ended call
    callbacks.completeHere(call.around, call.completion);
  }
}
