package io.callbox.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HangingPushesTest {

  private final List<QueueName> shards = Namespace.NONE.shards("Jobs", 3);
  private final List<Runnable> tasks = new ArrayList<>();
  private long nanos;
  private int looks;
  private final ShardChoice choice = new ShardChoice("caller", queue -> shards, this::look);
  private final Route lane = new Route(shards.get(0), false, true);
  private final List<Route> pushed = new ArrayList<>();
  private final PushBatcher<Route, OutgoingRequest> batcher =
      new PushBatcher<>(
          (place, requests) -> {
            pushed.add(place);
            return new CompletableFuture<PushResult>();
          });
  private final TaskScheduler later = new TaskScheduler("later", new Scheduled());
  private final HangingPushes hanging = new HangingPushes(choice, batcher, later);

  @Test
  void requestsBehindAPushThatHangsLeaveInAnotherLane() {
    batcher.push(lane, new AnsweredRequest());
    choice.begin(lane, shards);
    batcher.push(lane, new AnsweredRequest());
    hanging.watch();
    nanos += 2 * ShardChoice.HANGS.toNanos();
    tasks.remove(0).run();
    assertEquals(List.of(lane, lane.lane(1)), pushed);
  }

  @Test
  void looksGoOnWhileAPushIsUnderWay() {
    choice.begin(lane, shards);
    hanging.watch();
    tasks.remove(0).run();
    assertEquals(1, tasks.size());
    choice.end(lane, null);
    tasks.remove(0).run();
    assertEquals(0, tasks.size());
  }

  /**
   * The scheduler then runs at once what comes later: a look that has another look made is endless.
   */
  @Test
  void nothingIsLookedAtAfterTheEnd() {
    choice.begin(lane, shards);
    hanging.close();
    later.close();
    int before = looks;
    hanging.watch();
    assertEquals(before, looks);
  }

  @Test
  void lookThatWaitsIsTheLastAfterTheEnd() {
    choice.begin(lane, shards);
    hanging.watch();
    hanging.close();
    tasks.remove(0).run();
    assertEquals(0, tasks.size());
  }

  private long look() {
    looks++;
    return nanos;
  }

  private final class Scheduled implements BrokerClock {

    @Override
    public long millis() {
      return 0;
    }

    @Override
    public long nanoTime() {
      return nanos;
    }

    @Override
    public @Nullable Runnable schedule(Duration delay, Runnable task) {
      tasks.add(task);
      return () -> tasks.remove(task);
    }
  }
}
