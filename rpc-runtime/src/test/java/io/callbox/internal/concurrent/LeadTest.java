package io.callbox.internal.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.transport.PushResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A message waits for others, until enough have come or its sender lets it go. */
final class LeadTest {

  private static final int SENDERS = 6;
  private static final int ROUNDS = 200;

  private final List<Integer> pushes = new ArrayList<>();
  private final TaskScheduler timer = new TaskScheduler("timer", new SteppedClock());
  private CompletableFuture<PushResult> underWay = new CompletableFuture<>();
  private final PushBatcher<String, Counted> batcher = new PushBatcher<>(this::push, timer);
  private final AtomicInteger pushed = new AtomicInteger();

  @AfterEach
  void end() {
    timer.close();
  }

  @Test
  void messageLeavesWhenEnoughHaveCome() {
    PushBatcher.Lead lead = lead(4);
    assertNotNull(lead);
    send(2);
    assertEquals(List.of(), pushes);
    send(1);
    assertEquals(List.of(4), pushes);
    assertFalse(lead.letGo());
  }

  @Test
  void senderLetsItGo() {
    PushBatcher.Lead lead = lead(4);
    assertNotNull(lead);
    send(1);
    assertTrue(lead.letGo());
    assertEquals(List.of(2), pushes);
    assertFalse(lead.letGo());
  }

  @Test
  void othersThatMayWaitCountToo() {
    assertNotNull(lead(2));
    assertNull(lead(64));
    assertEquals(List.of(2), pushes);
  }

  @Test
  void nothingWaitsBehindPushesUnderWay() {
    send(1);
    assertNull(lead(4));
    underWay.complete(PushResult.ALL);
    assertEquals(List.of(1, 1), pushes);
  }

  @Test
  void messageThatNeedsNoOthersLeavesAtOnce() {
    assertNull(lead(1));
    assertEquals(List.of(1), pushes);
  }

  @Test
  void nothingWaitsWhereTimeStandsStill() {
    PushBatcher<String, Counted> still = new PushBatcher<>(this::push);
    assertNull(still.lead("place", new Counted(pushed), 4));
    assertEquals(List.of(1), pushes);
  }

  @Test
  void closingTheSchedulerLetsMessagesGo() {
    assertNotNull(lead(4));
    batcher.release();
    assertEquals(List.of(1), pushes);
  }

  @Test
  void placeWhoseMessageWaitsIsNotForgotten() {
    PushBatcher.Lead lead = lead(4);
    assertNotNull(lead);
    batcher.forgetIdle();
    send(3);
    assertEquals(List.of(4), pushes);
  }

  /** Senders that lead, and let go at any time, lose no message and push none twice. */
  @RepeatedTest(5)
  void eachMessageLeavesOnceThoughSendersRace() throws Exception {
    PushBatcher<String, Counted> racing =
        new PushBatcher<>(
            (place, messages) -> CompletableFuture.completedFuture(PushResult.ALL), timer);
    List<Thread> senders = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      Thread thread = new Thread(() -> race(racing));
      senders.add(thread);
      thread.start();
    }
    for (Thread sender : senders) {
      sender.join(TimeUnit.SECONDS.toMillis(30));
      assertFalse(sender.isAlive());
    }
    assertEquals(SENDERS * ROUNDS, pushed.get());
  }

  private void race(PushBatcher<String, Counted> racing) {
    for (int round = 0; round < ROUNDS; round++) {
      PushBatcher.Lead lead = racing.lead("place", new Counted(pushed), SENDERS / 2);
      if (lead != null) {
        Thread.yield();
        lead.letGo();
      }
    }
  }

  private PushBatcher.@Nullable Lead lead(int together) {
    return batcher.lead("place", new Counted(pushed), together);
  }

  private void send(int count) {
    for (int message = 0; message < count; message++) {
      batcher.push("place", new Counted(pushed));
    }
  }

  private CompletableFuture<PushResult> push(String place, List<Counted> messages) {
    pushes.add(messages.size());
    underWay = new CompletableFuture<>();
    return underWay;
  }

  private record Counted(AtomicInteger pushes) implements PushBatcher.Message {

    @Override
    public int bytes() {
      return 1;
    }

    @Override
    public void pushed() {
      pushes.incrementAndGet();
    }

    @Override
    public void notPushed(Throwable reason) {}
  }
}
