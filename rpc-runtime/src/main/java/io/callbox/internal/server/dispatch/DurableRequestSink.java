package io.callbox.internal.server.dispatch;

import io.callbox.internal.server.reply.ResponseSink;
import io.callbox.internal.wire.RequestReader;
import io.callbox.internal.wire.ScannedRequest;
import io.callbox.internal.wire.Slice;
import io.callbox.transport.QueueName;

/** Serves durable requests, on the calling thread. Throws nothing. Safe for use by many threads. */
public interface DurableRequestSink {

  /**
   * Serves a durable request that has been read up to its parameters. If these do not fit, or there
   * is any other problem, it is read once more, and the answer contains the problem.
   */
  void dispatch(RequestReader reader, Slice message, QueueName queue, ResponseSink answers);

  /**
   * Serves a durable request that was scanned. Returns false, and does nothing, if its method is
   * unknown or its parameters could not be read this way: then it is read once more.
   */
  boolean dispatchScanned(ScannedRequest request, QueueName queue, ResponseSink answers);

  /** Serves one durable request. Calls {@code answers} exactly once, now or later. */
  void dispatch(Slice message, QueueName queue, ResponseSink answers);
}
