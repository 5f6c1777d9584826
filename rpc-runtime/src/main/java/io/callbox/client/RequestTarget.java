package io.callbox.client;

import io.callbox.transport.Admission;
import io.callbox.transport.Admitted;
import io.callbox.transport.PushBatcher;
import io.callbox.transport.Transport;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** Pushes batches of requests, as far as their queue admits them. */
final class RequestTarget implements PushBatcher.Target<Route, byte[]> {

  private final Transport transport;
  private final String sender;
  private final int maxQueueLength;
  private final AtomicLong lastPush = new AtomicLong();

  RequestTarget(Transport transport, ClientSettings settings) {
    this.transport = transport;
    this.sender = settings.node() + ':' + settings.incarnation();
    this.maxQueueLength = settings.maxQueueLength();
  }

  @Override
  public CompletionStage<Admitted> push(Route route, List<byte[]> requests) {
    boolean wait = route.waitForProvider();
    Admission admission =
        new Admission(
            wait, maxQueueLength, sender + (wait ? ":w" : ":n"), lastPush.incrementAndGet());
    return transport.push(route.queue(), requests, admission);
  }

  @Override
  public int bytes(byte[] request) {
    return request.length;
  }
}
