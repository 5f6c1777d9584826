package io.callbox.internal.server.stream;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.stream.LongStream;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.AfterClass;

/** What pulls a stream keeps to the rules of Reactive Streams for publishers. */
public final class PulledItemsRulesTest extends FlowPublisherVerification<Long> {

  private final ExecutorService executor = Executors.newCachedThreadPool();

  public PulledItemsRulesTest() {
    super(new TestEnvironment(500, 25), 100);
  }

  @AfterClass
  void close() {
    executor.shutdownNow();
  }

  @Override
  public Flow.Publisher<Long> createFlowPublisher(long elements) {
    return new PulledItems<>(LongStream.range(0, elements).boxed(), executor);
  }

  /** It has been read: whoever subscribes now is told. */
  @Override
  public Flow.Publisher<Long> createFailedFlowPublisher() {
    PulledItems<Long> items = new PulledItems<>(LongStream.range(0, 1).boxed(), executor);
    items.subscribe(new IgnoresAll());
    return items;
  }

  private static final class IgnoresAll implements Flow.Subscriber<Long> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {}

    @Override
    public void onNext(Long item) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }
}
