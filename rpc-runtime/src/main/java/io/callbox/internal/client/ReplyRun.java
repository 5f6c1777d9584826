package io.callbox.internal.client;

import io.callbox.internal.concurrent.AdaptiveExecutor;
import io.callbox.internal.concurrent.TaskSequence;
import io.callbox.internal.wire.Slice;
import java.util.ArrayList;
import java.util.List;

/**
 * Asynchronous calls whose replies came together: one task ends them all, one after the other, as
 * long as no function that their callers hung on them blocks. Filled by one thread, and then handed
 * over.
 */
final class ReplyRun implements TaskSequence.Pieces {

  private final List<AsyncCall<?>> calls;
  private final List<Slice> responses;

  /** An empty one, for so many calls presumably. */
  ReplyRun(int expected) {
    this.calls = new ArrayList<>(expected);
    this.responses = new ArrayList<>(expected);
  }

  /** Adds a call that has been removed from the pending ones. */
  void add(AsyncCall<?> call, Slice response) {
    calls.add(call);
    responses.add(response);
  }

  @Override
  public int size() {
    return calls.size();
  }

  @Override
  public void entered() {
    AdaptiveExecutor.doesTogether(size());
  }

  @Override
  public void left() {
    AdaptiveExecutor.doesTogether(1);
  }

  /** The end of one call is a short task by itself: what it pushes leaves with what others do. */
  @Override
  public void perform(int index) {
    calls.get(index).endHere(responses.get(index));
    AdaptiveExecutor.endedOneOfSeveral();
  }
}
