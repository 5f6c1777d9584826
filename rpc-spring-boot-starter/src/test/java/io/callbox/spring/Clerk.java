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

  /** Pages. */
  final AtomicInteger given = new AtomicInteger();

  /** Streams, whether they gave all or not. */
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
    return IntStream.rangeClosed(1, to).boxed().onClose(left::incrementAndGet);
  }

  @Override
  public Stream<String> pages(int count) {
    String page = "x".repeat(4_000);
    return IntStream.range(0, count)
        .mapToObj(each -> page)
        .peek(each -> given.incrementAndGet())
        .onClose(left::incrementAndGet);
  }
}
