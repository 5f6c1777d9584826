package io.callbox.internal.server;

import io.callbox.log.MessageLog;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands requests to an executor that somebody else owns, from a thread of the server's own: such an
 * executor may block, refuse, or run what it is given on the spot, which the thread that reads from
 * the broker must not suffer.
 *
 * @param hand hands over, one at a time
 * @param executor what runs requests
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
    } catch (RuntimeException refused) {
      REFUSED.warn(refused.toString());
      request.run();
    }
  }
}
