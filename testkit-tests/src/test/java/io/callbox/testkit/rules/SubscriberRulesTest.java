package io.callbox.testkit.rules;

import io.callbox.testkit.Nodes;
import io.callbox.testkit.service.Feed;
import io.callbox.testkit.service.FeedAsyncStub;
import io.callbox.testkit.service.FeedSkeleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;
import org.testng.annotations.AfterClass;

/**
 * What a node subscribes with to an implementation's publisher keeps to the rules for subscribers.
 */
public final class SubscriberRulesTest extends FlowSubscriberBlackboxVerification<Feed.Item> {

  private final Nodes nodes = Nodes.inMemory();
  private volatile CompletableFuture<Flow.Subscriber<? super Feed.Item>> next =
      new CompletableFuture<>();
  private final FeedAsyncStub feed;

  public SubscriberRulesTest() {
    super(new TestEnvironment(1_000, 50));
    feed = new FeedAsyncStub(nodes.serving(new FeedSkeleton(new Caught())));
  }

  @AfterClass
  void close() {
    nodes.close();
  }

  /** The subscriber of a call that has just been made. */
  @Override
  @SuppressWarnings("unchecked") // it takes whatever is an item
  public Flow.Subscriber<Feed.Item> createFlowSubscriber() {
    next = new CompletableFuture<>();
    feed.follow("a").subscribe(new ReadsAll());
    try {
      return (Flow.Subscriber<Feed.Item>) next.get(10, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public Feed.Item createElement(int element) {
    return new Feed.Item(element, "x");
  }

  /** Reads all there is. */
  private static final class ReadsAll implements Flow.Subscriber<Feed.Item> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Feed.Item item) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }

  /** Hands the subscriber to the test. */
  private final class Caught implements Feed {

    @Override
    public Flow.Publisher<Item> follow(String topic) {
      return subscriber -> next.complete(subscriber);
    }

    @Override
    public Stream<Integer> count(int items) {
      return Stream.of();
    }

    @Override
    public Stream<String> lines(int length) {
      return Stream.of();
    }
  }
}
