package good;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.processor.LoopbackChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.IntStream;
import java.util.stream.Stream;

public final class StreamsRun implements Callable<Void>, Streams {

  private final LoopbackChannel channel = new LoopbackChannel(new StreamsSkeleton(this));
  private final Streams stub = new StreamsStub(channel);
  private final StreamsAsyncStub async = new StreamsAsyncStub(channel);
  private final SubmissionPublisher<Line> lines = new SubmissionPublisher<>(Runnable::run, 8);

  @Override
  public Void call() throws Exception {
    assertEquals(List.of(3, 4, 5), stub.count(3, 6).toList());
    assertEquals("{\"from\":3,\"to\":6}", channel.params());
    assertEquals(3, new Got<>(async.count(3, 6)).items.size());
    Got<Line> tail = new Got<>(stub.tail("log"));
    lines.submit(new Line(1, "a"));
    lines.submit(new Line(2, "b"));
    assertEquals(List.of(new Line(1, "a"), new Line(2, "b")), tail.items);
    assertThrows(MissingException.class, stub::pages);
    assertTrue(StreamsMarshaller.TAIL.streams());
    assertEquals(Duration.ofMinutes(1), StreamsMarshaller.COUNT.timeout());
    return null;
  }

  @Override
  public Flow.Publisher<Line> tail(String file) {
    return lines;
  }

  @Override
  public Stream<Integer> count(int from, int to) {
    return IntStream.range(from, to).boxed();
  }

  @Override
  public Stream<List<Line>> pages() throws MissingException {
    throw new MissingException("none");
  }

  private static final class Got<T> implements Flow.Subscriber<T> {

    private final List<T> items = new ArrayList<>();

    Got(Flow.Publisher<T> publisher) {
      publisher.subscribe(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T item) {
      items.add(item);
    }

    @Override
    public void onError(Throwable failure) {
      throw new AssertionError(failure);
    }

    @Override
    public void onComplete() {}
  }
}
