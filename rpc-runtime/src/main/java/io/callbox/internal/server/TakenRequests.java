package io.callbox.internal.server;

import io.callbox.internal.concurrent.TaskSequence;
import io.callbox.transport.Delivery;
import java.util.List;
import java.util.function.Consumer;

/**
 * Requests that were taken together, each with a response of its own.
 *
 * @param requests the requests
 * @param serve serves one
 */
record TakenRequests(List<Delivery> requests, Consumer<Delivery> serve)
    implements TaskSequence.Pieces {

  @Override
  public int size() {
    return requests.size();
  }

  @Override
  public void perform(int index) {
    serve.accept(requests.get(index));
  }
}
