package io.callbox.internal.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.transport.PushResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens to messages that wait behind a push which hangs. */
@Timeout(120)
final class PushLaneTest {

  private static final int MANY = 20_000;

  private final List<CompletableFuture<PushResult>> underWay = new CopyOnWriteArrayList<>();
  private final List<String> pushed = new CopyOnWriteArrayList<>();
  private final PushLane<String, Sent> lane = new PushLane<>("place", this::push, null);

  @Test
  void messagesBehindAPushAreTakenAndThoseUnderWayAreNot() {
    lane.add(new Sent("first"));
    lane.add(new Sent("second"));
    lane.add(new Sent("third"));
    assertEquals(List.of("second", "third"), names(lane.takeWaiting()));
    assertEquals(List.of(), lane.takeWaiting());
    assertEquals(List.of("first"), pushed);
  }

  @Test
  void messagesThatWereTakenAreNotPushedWhenThePushEnds() {
    lane.add(new Sent("first"));
    lane.add(new Sent("second"));
    lane.takeWaiting();
    assertFalse(lane.forget(), "a push is under way");
    underWay.get(0).complete(PushResult.ALL);
    assertEquals(List.of("first"), pushed);
    assertTrue(lane.forget());
  }

  @Test
  void messageThatComesAfterwardsIsPushedWhenThePushEnds() {
    lane.add(new Sent("first"));
    lane.add(new Sent("second"));
    lane.takeWaiting();
    lane.add(new Sent("third"));
    assertEquals(List.of("first"), pushed);
    underWay.get(0).complete(PushResult.ALL);
    assertEquals(List.of("first", "third"), pushed);
  }

  @Test
  void nothingIsTakenWhereNoPushIsUnderWay() {
    lane.add(new Sent("first"));
    underWay.get(0).complete(PushResult.ALL);
    assertEquals(List.of(), lane.takeWaiting());
  }

  @Test
  void eachMessageIsEitherPushedOrTakenOnceWhileManyCome() throws Exception {
    Map<String, Integer> seen = new ConcurrentHashMap<>();
    AtomicInteger done = new AtomicInteger();
    AdaptiveExecutor broker = new AdaptiveExecutor("broker", 2);
    PushLane<String, Sent> busy =
        new PushLane<>(
            "place",
            (place, messages) -> {
              messages.forEach(message -> seen.merge(message.name, 1, Integer::sum));
              done.addAndGet(messages.size());
              return CompletableFuture.supplyAsync(() -> PushResult.ALL, broker);
            },
            null);
    CompletableFuture<Void> adding =
        CompletableFuture.runAsync(
            () -> {
              for (int number = 0; number < MANY; number++) {
                busy.add(new Sent("message " + number));
              }
            });
    while (done.get() < MANY) {
      List<Sent> taken = busy.takeWaiting();
      taken.forEach(message -> seen.merge(message.name, 1, Integer::sum));
      done.addAndGet(taken.size());
    }
    adding.get(60, TimeUnit.SECONDS);
    assertEquals(MANY, seen.size());
    assertTrue(seen.values().stream().allMatch(times -> times == 1));
    broker.close();
  }

  /** As those of a client that is closed: thousands may wait, and each fails at once. */
  @Test
  void pushesThatEndAtOnceDoNotNestInOneAnother() {
    List<Long> depths = new ArrayList<>();
    CompletableFuture<PushResult> first = new CompletableFuture<>();
    PushLane<String, Sent> waiting =
        new PushLane<>(
            "place",
            (place, messages) -> {
              depths.add(StackWalker.getInstance().walk(Stream::count));
              return depths.size() == 1 ? first : CompletableFuture.completedFuture(PushResult.ALL);
            },
            null);
    for (int number = 0; number < MANY; number++) {
      waiting.add(new Sent("message " + number));
    }
    first.complete(PushResult.ALL);
    assertTrue(waiting.forget(), "all are pushed");
    assertTrue(depths.size() > 50, () -> depths.size() + " pushes");
    assertEquals(Set.of(depths.get(1)), Set.copyOf(depths.subList(1, depths.size())));
  }

  private CompletionStage<PushResult> push(String place, List<Sent> messages) {
    pushed.addAll(names(messages));
    CompletableFuture<PushResult> push = new CompletableFuture<>();
    underWay.add(push);
    return push;
  }

  private static List<String> names(List<Sent> messages) {
    List<String> names = new ArrayList<>();
    messages.forEach(message -> names.add(message.name));
    return names;
  }

  private record Sent(String name) implements PushBatcher.Message {

    @Override
    public int bytes() {
      return 1;
    }

    @Override
    public void pushed() {}

    @Override
    public void notPushed(Throwable reason) {
      throw new AssertionError("not expected", reason);
    }
  }
}
