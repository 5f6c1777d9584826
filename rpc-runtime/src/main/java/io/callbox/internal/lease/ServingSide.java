package io.callbox.internal.lease;

import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.PartialRequest;
import io.callbox.internal.wire.Slice;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The server that handles the requests of a dead worker. Safe for use by many threads. */
public interface ServingSide {

  /** Returns a method that it serves from a queue; null if there is none with this name. */
  @Nullable MethodDescriptor<?> methodOf(String name, QueueName queue);

  /** Returns the reply list of a batch that is not read, or cannot be read. */
  PartialRequest addressOf(Slice batch);

  /**
   * Answers a request with a failure, and acknowledges it.
   *
   * @param address the address of its caller; has an id
   */
  CompletableFuture<@Nullable Void> fail(Delivery request, PartialRequest address, ErrorBody error);

  /**
   * Puts a dead letter, and repeats this while the broker is away; after a while the letter is
   * logged and lost.
   *
   * @param put sends it
   * @return completes when it is stored, has failed once, or is late; always within some seconds
   */
  CompletableFuture<@Nullable Void> deadLetter(
      Supplier<? extends CompletionStage<@Nullable Void>> put);

  /** Acknowledges a request for which no caller waits. */
  CompletableFuture<@Nullable Void> acknowledge(Delivery request);

  /**
   * Puts requests that were handed over to a dead node back into the queues from which they came.
   *
   * @return false if some are left, because the broker does not answer
   */
  boolean putBack(QueueName inbox);
}
