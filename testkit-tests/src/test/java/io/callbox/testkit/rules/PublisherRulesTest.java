package io.callbox.testkit.rules;

import io.callbox.testkit.Nodes;
import io.callbox.testkit.service.FeedAsyncStub;
import io.callbox.testkit.service.FeedSkeleton;
import io.callbox.testkit.service.Feeds;
import java.util.concurrent.Flow;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.AfterClass;

/** What a stub gives keeps to the rules of Reactive Streams for publishers. */
public final class PublisherRulesTest extends FlowPublisherVerification<Integer> {

  private final Nodes nodes = Nodes.inMemory();
  private final FeedAsyncStub feed =
      new FeedAsyncStub(nodes.serving(new FeedSkeleton(new Feeds())));

  public PublisherRulesTest() {
    super(new TestEnvironment(1_000, 50), 100);
  }

  @AfterClass
  void close() {
    nodes.close();
  }

  @Override
  public Flow.Publisher<Integer> createFlowPublisher(long elements) {
    return feed.count((int) Math.min(elements, Integer.MAX_VALUE));
  }

  @Override
  public Flow.Publisher<Integer> createFailedFlowPublisher() {
    return new FeedAsyncStub(nodes.client().channelTo("nobody")).count(1);
  }
}
