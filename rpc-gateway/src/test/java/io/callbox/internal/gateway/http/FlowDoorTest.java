package io.callbox.internal.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.gateway.access.RequestHead;
import io.callbox.internal.gateway.http.Endpoint.Access;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a client is told if there is no thread for its request, or if gateway code breaks. */
final class FlowDoorTest {

  private static final RequestHead HEAD = new RequestHead("GET", "/thing", Map.of());
  private static final Route FINE =
      request -> CompletableFuture.completedFuture(Answer.nothing(200));

  /** Has as many places as it is told, and runs tasks when it is told. */
  private static final class Places implements Executor {

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private int free;

    @Override
    public void execute(Runnable task) {
      if (free == 0) {
        throw new RejectedExecutionException("full");
      }
      free--;
      tasks.add(task);
    }

    void run() {
      for (Runnable next = tasks.poll(); next != null; next = tasks.poll()) {
        next.run();
      }
    }
  }

  private final Places places = new Places();

  /** A door with room for one request. */
  private FlowDoor door(Route route) {
    Front.Rules rules =
        new Front.Rules(
            null,
            head -> Optional.empty(),
            new Origins(Set.of(), Set.of()),
            new Rate(1_000),
            1_000,
            1);
    Front front = new Front(List.of(new Endpoint("GET", "/thing", Access.PUBLIC, route)), rules);
    return new FlowDoor(front, Duration.ofMinutes(1), places);
  }

  private FlowReply reply(FlowDoor door, int free) throws Exception {
    places.free = free;
    CompletableFuture<FlowReply> reply = door.answer(HEAD, null, FlowDoorTest::nothing);
    places.run();
    return reply.get(30, TimeUnit.SECONDS);
  }

  private static void nothing(Flow.Subscriber<?> reader) {
    reader.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long number) {}

          @Override
          public void cancel() {}
        });
    reader.onComplete();
  }

  @Test
  void fullExecutorRefusesTheRequestForNowAndKeepsNoPlace() throws Exception {
    FlowDoor door = door(FINE);

    for (int free = 0; free < 2; free++) { // full before the head is looked at, and before the call
      FlowReply refused = reply(door, free);
      assertEquals(503, refused.status());
      assertEquals("1", refused.headers().get("Retry-After"));
    }
    assertEquals(200, reply(door, 2).status());
  }

  @Test
  void routeThatBreaksWithAnErrorIsAnsweredAndKeepsNoPlace() throws Exception {
    AtomicBoolean breaks = new AtomicBoolean(true);
    FlowDoor door =
        door(
            request -> {
              if (breaks.get()) {
                throw new AssertionError("on purpose");
              }
              return FINE.answer(request);
            });

    assertEquals(500, reply(door, 2).status());
    breaks.set(false);
    assertEquals(200, reply(door, 2).status());
  }

  @Test
  void requestWhoseHeadCannotBeLookedAtFails() {
    Front.Rules rules =
        new Front.Rules(
            head -> {
              throw new AssertionError("on purpose");
            },
            head -> Optional.empty(),
            new Origins(Set.of(), Set.of()),
            new Rate(1_000),
            1_000,
            1);
    Front front = new Front(List.of(new Endpoint("GET", "/thing", Access.CALLER, FINE)), rules);
    FlowDoor door = new FlowDoor(front, Duration.ofMinutes(1), places);

    ExecutionException failure = assertThrows(ExecutionException.class, () -> reply(door, 1));

    assertTrue(String.valueOf(failure.getCause()).contains("on purpose"), failure::toString);
  }
}
