package io.callbox.internal.client.call;

import io.callbox.internal.concurrent.ShortPieces;
import io.callbox.internal.wire.Slice;
import java.util.ArrayList;
import java.util.List;

/**
 * Asynchronous calls whose replies came together. One task ends them all, one after the other,
 * unless a callback blocks. One thread fills it, and then passes it on.
 */
public final class ReplyRun implements ShortPieces {

  private final List<AsyncCall<?>> calls;

  /** Creates an empty run for this expected number of calls. */
  public ReplyRun(int expected) {
    this.calls = new ArrayList<>(expected);
  }

  /** Adds a call that has been removed from the pending ones. */
  public void add(AsyncCall<?> call, Slice response) {
    call.answeredWithOthers(response);
    calls.add(call);
  }

  @Override
  public int size() {
    return calls.size();
  }

  @Override
  public void performShort(int index) {
    calls.get(index).endHere();
  }
}
