package io.callbox.spring;

import static java.util.Objects.requireNonNull;

import io.callbox.rpc.CallContext;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says who asks, and counts. Who sends a {@code tracestate} waits until the call is cancelled. */
final class Clerk implements Desk {

  final AtomicInteger given = new AtomicInteger();
  final AtomicInteger left = new AtomicInteger();
  final AtomicInteger interrupted = new AtomicInteger();
  final CountDownLatch never = new CountDownLatch(1);
  volatile String waited = "";

  @Override
  public String whoAsks() {
    String from = String.valueOf(requireNonNull(CallContext.current()).from());
    if (requireNonNull(CallContext.current()).headers().containsKey("tracestate")) {
      waited = Thread.currentThread().getName();
      try {
        never.await(90, TimeUnit.SECONDS);
      } catch (InterruptedException cancelled) {
        interrupted.incrementAndGet();
        Thread.currentThread().interrupt();
      }
    }
    return from;
  }

  @Override
  public Stream<Integer> count(int to) {
    return IntStream.rangeClosed(1, to)
        .boxed()
        .peek(each -> given.incrementAndGet())
        .onClose(left::incrementAndGet);
  }
}
