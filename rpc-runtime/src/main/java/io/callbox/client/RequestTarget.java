package io.callbox.client;

import io.callbox.transport.Admission;
import io.callbox.transport.Admitted;
import io.callbox.transport.PushBatcher;
import io.callbox.transport.Transport;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Pushes batches of requests, as far as their queue admits them. */
record RequestTarget(Transport transport, int maxQueueLength)
    implements PushBatcher.Target<Route, byte[]> {

  @Override
  public CompletionStage<Admitted> push(Route route, List<byte[]> requests) {
    Admission admission = new Admission(route.waitForProvider(), maxQueueLength);
    return transport.push(route.queue(), requests, admission);
  }

  @Override
  public int bytes(byte[] request) {
    return request.length;
  }
}
