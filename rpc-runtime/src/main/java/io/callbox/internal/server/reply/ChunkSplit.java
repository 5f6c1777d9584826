package io.callbox.internal.server.reply;

import io.callbox.internal.lease.HeldRequests;
import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces chunks that a server holds by their members, which are separate requests from then on.
 * Safe for use by many threads.
 *
 * @param leases knows what the server holds
 * @param heldRequests the requests that the server knows it holds
 * @param retries repeats the step while Redis is away
 */
record ChunkSplit(LeaseStore leases, HeldRequests heldRequests, OutageRetries retries) {

  private static final Logger LOG = LoggerFactory.getLogger(ChunkSplit.class);

  /**
   * Splits a chunk.
   *
   * @return the members, in their order; empty if the chunk is no longer held
   */
  CompletableFuture<List<Delivery>> of(Delivery chunk, List<byte[]> members) {
    CompletableFuture<List<Delivery>> parts = new CompletableFuture<>();
    if (chunk.taken() == null) {
      List<Delivery> requests = new ArrayList<>(members.size());
      members.forEach(member -> requests.add(new Delivery(chunk.queue(), member, null)));
      done(chunk, requests, parts);
    } else {
      retries.run(
          new OutageRetries.Task<>(
              () -> leases.split(chunk, members), OutageRetries.NO_END, () -> {}),
          (held, failure) -> {
            if (failure == null) {
              done(chunk, held, parts);
            } else {
              LOG.warn("the replies to a chunk were lost: {}", failure.getMessage());
              parts.completeExceptionally(failure); // it stays held: none may run again
            }
          });
    }
    return parts;
  }

  private void done(Delivery chunk, List<Delivery> held, CompletableFuture<List<Delivery>> parts) {
    held.forEach(heldRequests::add);
    heldRequests.remove(chunk);
    parts.complete(held);
  }
}
