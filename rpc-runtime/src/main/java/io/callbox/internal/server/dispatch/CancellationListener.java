package io.callbox.internal.server.dispatch;

import io.callbox.internal.server.stream.OpenStreams;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Receives the ids of calls that their callers have cancelled, and cancels these calls and their
 * streams. Started and closed by the server, from one thread at a time.
 */
public final class CancellationListener implements AutoCloseable {

  private final Transport transport;
  private final QueueName channel;
  private final RunningCalls running;
  private final OpenStreams streams;
  private Transport.@Nullable Listening listening;

  /**
   * Creates it, not listening yet.
   *
   * @param channel the channel on which callers announce cancellations
   */
  public CancellationListener(
      Transport transport, QueueName channel, RunningCalls running, OpenStreams streams) {
    this.transport = transport;
    this.channel = channel;
    this.running = running;
    this.streams = streams;
  }

  public void start() {
    listening = transport.listen(channel, id -> cancel(new String(id, StandardCharsets.UTF_8)));
  }

  private void cancel(String id) {
    running.cancel(id);
    streams.cancel(id);
  }

  @Override
  public void close() {
    if (listening != null) {
      listening.close();
    }
  }
}
