package io.callbox.internal.client.push;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.internal.concurrent.SteppedClock;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class HangingPushesTest {

  private final List<QueueName> shards = Namespace.NONE.shards("Jobs", 3);
  private final SteppedClock clock = new SteppedClock();
  private int looks;
  private final ShardChoice choice = new ShardChoice("caller", this::look);
  private final Route lane = new Route(shards.get(0), false, true);
  private final List<Route> pushed = new ArrayList<>();
  private final PushBatcher<Route, OutgoingRequest> batcher =
      new PushBatcher<>(
          (place, requests) -> {
            pushed.add(place);
            return new CompletableFuture<PushResult>();
          });
  private final TaskScheduler later = new TaskScheduler("later", clock);
  private final HangingPushes hanging = new HangingPushes(choice, batcher, later);

  @Test
  void requestsBehindAPushThatHangsLeaveInAnotherLane() {
    batcher.push(lane, new AnsweredRequest());
    choice.begin(lane, shards);
    batcher.push(lane, new AnsweredRequest());
    hanging.watch();
    clock.nanos += 2 * ShardChoice.HANGS.toNanos();
    clock.tasks.remove(0).run();
    assertEquals(List.of(lane, lane.lane(1)), pushed);
  }

  @Test
  void looksGoOnWhileAPushIsUnderWay() {
    choice.begin(lane, shards);
    hanging.watch();
    clock.tasks.remove(0).run();
    assertEquals(1, clock.tasks.size());
    choice.end(lane, null);
    clock.tasks.remove(0).run();
    assertEquals(0, clock.tasks.size());
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
    clock.tasks.remove(0).run();
    assertEquals(0, clock.tasks.size());
  }

  private long look() {
    looks++;
    return clock.nanos;
  }
}
