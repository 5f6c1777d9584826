package io.callbox.internal.server;

import io.callbox.internal.concurrent.HandedTask;
import java.util.concurrent.Executor;

/**
 * Hands requests to the user's executor on a separate thread of the server. Such an executor may
 * block, refuse a task, or run it on the calling thread, and the thread that reads from the broker
 * must do none of these.
 *
 * @param hand submits requests, one at a time
 * @param executor runs requests
 */
record ExecutorHandoff(Executor hand, Executor executor) implements Executor {

  @Override
  public void execute(Runnable request) {
    hand.execute(() -> HandedTask.run(executor, request));
  }
}
