package io.callbox.internal.server;

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
    implements RequestRun.Requests {

  @Override
  public int size() {
    return requests.size();
  }

  @Override
  public boolean areAnsweredTogether() {
    return false;
  }

  @Override
  public void serve(int index) {
    serve.accept(requests.get(index));
  }

  @Override
  public void entered() {}

  @Override
  public void left() {}

  @Override
  public void othersRun(boolean blocked) {}
}
