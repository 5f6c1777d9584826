package io.callbox.internal.lease;

import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.PartialRequest;
import io.callbox.internal.wire.Slice;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The server that sees to what a dead worker held. Safe for use by many threads. */
public interface ServingSide {

  /** A method that it serves from a queue; null if it serves none of that name. */
  @Nullable MethodDescriptor<?> methodOf(String name, QueueName queue);

  /** Where a batch is answered that is not read, or cannot be. */
  PartialRequest placeOf(Slice batch);

  /**
   * Answers a request with a failure, and acknowledges it.
   *
   * @param place where its caller waits; it has an id
   */
  CompletableFuture<@Nullable Void> fail(Delivery request, PartialRequest place, ErrorBody error);

  /** Acknowledges a request that nobody waits for. */
  CompletableFuture<@Nullable Void> acknowledge(Delivery request);

  /** Returns what a node that is gone was handed over by others to the queues it came from. */
  void putBack(QueueName inbox);
}
