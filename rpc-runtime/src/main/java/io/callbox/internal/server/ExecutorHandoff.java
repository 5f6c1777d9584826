package io.callbox.internal.server;

import io.callbox.log.MessageLog;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands requests to the user's executor on a separate thread of the server. Such an executor may
 * block, refuse a task, or run it on the calling thread, and the thread that reads from the broker
 * must do none of these.
 *
 * @param hand hands over requests, one at a time
 * @param executor runs requests
 */
record ExecutorHandoff(Executor hand, Executor executor) implements Executor {

  private static final Logger LOG = LoggerFactory.getLogger(ExecutorHandoff.class);
  private static final MessageLog REFUSED =
      MessageLog.of(LOG, "the executor refused a request, which runs beside it: {}");

  @Override
  public void execute(Runnable request) {
    hand.execute(() -> handOver(request));
  }

  private void handOver(Runnable request) {
    try {
      executor.execute(request);
    } catch (RuntimeException | Error refused) { // for example, there is no memory for a thread
      REFUSED.warn(refused.toString());
      request.run();
    }
  }
}
