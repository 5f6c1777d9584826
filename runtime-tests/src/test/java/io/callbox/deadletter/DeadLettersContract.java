package io.callbox.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.wire.DeadLetterEntry;
import io.callbox.internal.wire.RequestId;
import io.callbox.internal.wire.RequestKey;
import io.callbox.internal.wire.RequestMembers;
import io.callbox.internal.wire.Slice;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Backlog;
import io.callbox.transport.CallStore;
import io.callbox.transport.Delivery;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushOptions;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.RunBegin;
import io.callbox.transport.RunEnd;
import io.callbox.transport.Submission;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What can be done about requests that were given up on, whatever moves them. */
@Timeout(60)
abstract class DeadLettersContract {

  static final Worker WORKER = new Worker("b", "1");

  private static int queues;

  private final QueueName queue = new QueueName("services:Dead" + queues++);

  private long lastLetter = 10;
  private final ReplayOptions careless = ReplayOptions.DEFAULT.allowingMayHaveRun();

  abstract Transport transport();

  private DeadLetters letters() {
    return new DeadLetters(transport(), List.of(queue), 100);
  }

  @Test
  void entryTellsWhatIsKnownOfIt() {
    bury(
        new DeadLetterEntry(
            "worker b:1 died with it",
            1_763_679_600_123L,
            3,
            "b:1",
            false,
            new DeadLetterEntry.Thrown("java.lang.IllegalStateException", "unlucky"),
            bytes(
                "{\"id\":\"a-mK3_x9ZcVYwq0bR7tLd2Ag-1\",\"method\":\"Arith.multiply\","
                    + "\"replyTo\":\"replies:a:c2.9Jp4-TnXe5sQvU1yWf8hDw\",\"from\":\"a\","
                    + "\"params\":{\"a\":7,\"b\":8}}")));
    DeadLetter letter = letters().list(0, 10).get(0);
    assertEquals("worker b:1 died with it", letter.reason());
    assertEquals(1_763_679_600_123L, Objects.requireNonNull(letter.at()).toEpochMilli());
    assertEquals(3, letter.attempts());
    assertEquals("b:1", letter.worker());
    assertEquals("a", letter.caller());
    assertEquals("Arith.multiply", letter.method());
    assertEquals("unlucky", Objects.requireNonNull(letter.error()).message());
    assertFalse(letter.mayHaveRun());
    assertEquals(
        "{\"id\":\"a-…-1\",\"method\":\"Arith.multiply\",\"replyTo\":\"replies:a:c2.…\","
            + "\"from\":\"a\",\"params\":{\"a\":7,\"b\":8}}",
        letter.request());
    assertEquals(letter, letters().find(letter.id()).orElseThrow());
  }

  @Test
  void entryOfAnOlderVersionIsReadAndReplayed() {
    bury("{\"reason\":\"worker b:1 died with it\",\"request\":{\"id\":7,\"method\":\"M.m\"}}");
    DeadLetter letter = letters().list(0, 10).get(0);
    assertNull(letter.at());
    assertEquals(0, letter.attempts());
    assertTrue(letter.mayHaveRun(), "as far as is known");
    assertEquals("M.m", letter.method());
    assertEquals(ReplayOutcome.MAY_HAVE_RUN, letters().replay(letter.id(), ReplayOptions.DEFAULT));
    assertEquals(ReplayOutcome.REPLAYED, letters().replay(letter.id(), careless));
    assertEquals(1, waiting());
  }

  @Test
  void replayedRequestIsTheSameButForItsTimes() {
    buryRequest("{\"deadline\":5000, \"sentAt\" : 2000,\"big\":1.10,\"params\":[ 1e3 ],\"id\":1}");
    DeadLetter letter = letters().list(0, 10).get(0);
    long before = transport().clock().millis();
    assertEquals(ReplayOutcome.REPLAYED, letters().replay(letter.id(), careless));
    RequestMembers request = Objects.requireNonNull(RequestMembers.of(Slice.of(oldest())));
    long sentAt = request.number("sentAt");
    assertTrue(sentAt >= before && sentAt <= before + 60_000, () -> "" + sentAt);
    assertEquals(3_000, request.number("deadline") - sentAt, "as long as it had at first");
    assertEquals(letter.id(), request.text("replayedFrom"));
    String text = new String(oldest(), UTF_8);
    assertTrue(
        text.matches(".*\"big\":1\\.10,\"replayedFrom\":\"\\w+\",\"params\":\\[ 1e3 ].*"), text);
  }

  @Test
  void deadlineIsSetWhereThereWasOneOrOneIsAskedFor() {
    buryRequest("{\"id\":1}");
    letters().replay(letters().list(0, 1).get(0).id(), careless);
    assertFalse(new String(oldest(), UTF_8).contains("deadline"));
    take();
    buryRequest("{\"id\":2}");
    ReplayOptions hourly = careless.withTimeout(Duration.ofHours(1));
    letters().replay(letters().list(0, 1).get(0).id(), hourly);
    RequestMembers request = Objects.requireNonNull(RequestMembers.of(Slice.of(oldest())));
    assertEquals(3_600_000, request.number("deadline") - request.number("sentAt"));
  }

  /** A broker whose answer is late is asked again. */
  @Test
  void entryThatIsPutTwiceIsThereOnce() {
    byte[] entry = new DeadLetterEntry("why", 1, 1, "b:1", true, null, bytes("{\"id\":1}")).write();
    bury(1, entry);
    bury(2, entry);
    bury(1, entry);
    assertEquals(2, letters().count(), "equal requests are an entry each");
  }

  @Test
  void secondReplayFindsNothing() {
    buryRequest("{\"id\":1}");
    String id = letters().list(0, 10).get(0).id();
    assertEquals(ReplayOutcome.REPLAYED, letters().replay(id, careless));
    assertEquals(ReplayOutcome.NOT_FOUND, letters().replay(id, careless));
    assertEquals(1, waiting());
    assertEquals(0, letters().count());
  }

  @Test
  void ofManyWhoReplayAtOnceOneDoes() {
    buryRequest("{\"id\":1}");
    String id = letters().list(0, 10).get(0).id();
    List<CompletableFuture<ReplayOutcome>> attempts = new ArrayList<>();
    for (int attempt = 0; attempt < 8; attempt++) {
      attempts.add(CompletableFuture.supplyAsync(() -> letters().replay(id, careless)));
    }
    long replayed =
        attempts.stream()
            .map(CompletableFuture::join)
            .filter(each -> each == ReplayOutcome.REPLAYED)
            .count();
    assertEquals(1, replayed);
    assertEquals(1, waiting());
  }

  @Test
  void claimOfTheRunThatDiedDoesNotKeepTheReplayFromRunning() {
    buryRequest("{\"id\":\"1\",\"replyTo\":\"replies:x:1\",\"deadline\":5}");
    String key = RequestKey.of("replies:x:1", RequestId.of("1"), RequestId.of("1"));
    assertTrue(claim(key, "dead"));
    letters().replay(letters().list(0, 1).get(0).id(), careless);
    assertTrue(claim(key, "heir"));
  }

  @Test
  void durableCallThatFailedWaitsAgain() {
    CallStore calls = transport().calls(Namespace.NONE);
    byte[] request = bytes("{\"id\":\"nightly\",\"method\":\"M.m\",\"keep\":60000}");
    Duration minute = Duration.ofMinutes(1);
    Submission submission = new Submission("nightly", "m", request, 0, minute, true);
    answer(calls.submit(queue, List.of(submission), new PushOptions(true, 10, "s", 1)));
    Delivery first = take();
    assertEquals(CallStore.Verdict.RUN, begin(calls, first, "run-1"));
    byte[] entry = new DeadLetterEntry("why", 1, 1, "b:1", false, null, request).write();
    RunEnd failed =
        new RunEnd(
            first,
            "nightly",
            "m",
            "run-1",
            RunEnd.Ending.FAILED,
            bytes("{}"),
            entry,
            minute,
            minute,
            null);
    answer(calls.end(queue, List.of(failed)));
    assertEquals("FAILED", state(calls));
    String id = letters().list(0, 1).get(0).id();
    assertEquals(ReplayOutcome.REPLAYED, letters().replay(id, ReplayOptions.DEFAULT));
    assertEquals("WAITING", state(calls));
    assertEquals(CallStore.Verdict.RUN, begin(calls, take(), "run-2"));
    assertEquals("RUNNING", state(calls));
  }

  private CallStore.Verdict begin(CallStore calls, Delivery delivery, String run) {
    Duration minute = Duration.ofMinutes(1);
    RunBegin beginning = new RunBegin(delivery, "nightly", "m", 0, 0, minute, minute, run);
    return answer(calls.begin(queue, List.of(beginning))).get(0).verdict();
  }

  private String state(CallStore calls) {
    return Objects.requireNonNull(answer(calls.read(queue, List.of("nightly"), false)).get(0))
        .state();
  }

  @Test
  void letterWithoutARequestStaysAndCanBeDropped() {
    bury("no JSON at all");
    buryRequest("[1,2]");
    for (DeadLetter letter : letters().list(0, 10)) {
      assertEquals(ReplayOutcome.UNREADABLE, letters().replay(letter.id(), careless));
      assertTrue(letters().drop(letter.id()));
      assertFalse(letters().drop(letter.id()));
    }
    assertEquals(0, letters().count());
  }

  @Test
  void fullQueueTakesNoReplay() {
    buryRequest("{\"id\":1}");
    DeadLetters bounded = new DeadLetters(transport(), List.of(queue), 0);
    RpcException full =
        assertThrows(
            RpcException.class, () -> bounded.replay(bounded.list(0, 1).get(0).id(), careless));
    assertEquals(StatusCode.RESOURCE_EXHAUSTED, full.code());
    assertEquals(1, bounded.count());
  }

  @Test
  void listIsReadInPagesTheLatestFirst() {
    for (int number = 0; number < 7; number++) {
      buryRequest("{\"id\":" + number + "}");
    }
    List<String> requests = new ArrayList<>();
    for (int from = 0; from < 9; from += 3) {
      letters().list(from, 3).forEach(each -> requests.add(each.request()));
    }
    assertEquals("{\"id\":6}", requests.get(0));
    assertEquals("{\"id\":0}", requests.get(6));
    assertEquals(7, requests.size());
    assertEquals(List.of(), letters().list(7, 3));
    assertEquals(List.of(), letters().list(Integer.MAX_VALUE, 3));
  }

  @Test
  void bulkStepTakesWhatItsFilterLetsThroughTheOldestFirst() {
    for (int number = 0; number < 450; number++) {
      buryRequest("{\"id\":" + number + ",\"method\":\"M.m" + number % 3 + "\"}");
    }
    List<Integer> progress = new ArrayList<>();
    DeadLetters roomy = new DeadLetters(transport(), List.of(queue), 10_000);
    BulkResult result =
        roomy.replayAll(
            letter -> letter.method().equals("M.m1"),
            careless,
            (looked, total) -> progress.add(total - looked));
    assertEquals(result(150, 150, 0), result);
    assertEquals(450, progress.size());
    assertEquals(0, progress.get(449));
    assertTrue(new String(oldest(), UTF_8).contains("\"id\":1,"), "the oldest is taken first");
    assertEquals(
        result(300, 0, 300),
        roomy.replayAll(letter -> true, ReplayOptions.DEFAULT, BulkProgress.NONE));
    assertEquals(result(300, 300, 0), roomy.dropAll(letter -> true, BulkProgress.NONE));
    assertEquals(0, roomy.count());
    assertEquals(150, waiting());
  }

  @Test
  void bulkStepTellsApartWhatComesOfEachLetter() {
    for (int number = 0; number < 300; number++) {
      boolean mayHaveRun = number % 3 == 1;
      byte[] request = bytes(number % 3 == 2 ? "no JSON" : "{\"id\":" + number + "}");
      bury(new DeadLetterEntry("why", 1, number, "b:1", mayHaveRun, null, request));
    }
    DeadLetters roomy = new DeadLetters(transport(), List.of(queue), 10_000);
    BulkResult result = roomy.replayAll(LetterFilter.ALL, ReplayOptions.DEFAULT, BulkProgress.NONE);
    assertEquals(result(300, 100, 200), result);
    assertEquals(200, roomy.count());
    assertEquals(100, waiting());
    assertTrue(new String(oldest(), UTF_8).contains("\"id\":0,"), "the oldest waits in front");
  }

  @Test
  void fullQueueEndsABulkReplayAndLosesNone() {
    for (int number = 0; number < 150; number++) {
      buryRequest("{\"id\":" + number + "}");
    }
    BulkResult result = letters().replayAll(LetterFilter.ALL, careless, BulkProgress.NONE);
    RpcException full = assertThrows(RpcException.class, result::orThrow);
    assertEquals(StatusCode.RESOURCE_EXHAUSTED, full.code());
    assertEquals(new BulkResult(128, 100, 28, 0, 22, result.failure()), result);
    assertEquals(100, waiting());
    assertEquals(50, letters().count());
  }

  @Test
  void bulkStepEndsWhereItIsStopped() {
    for (int number = 0; number < 5; number++) {
      buryRequest("{\"id\":" + number + "}");
    }
    AtomicInteger seen = new AtomicInteger();
    BulkProgress third =
        new BulkProgress() {
          @Override
          public void at(int looked, int total) {
            seen.set(looked);
          }

          @Override
          public boolean stops() {
            return seen.get() == 3;
          }
        };
    assertEquals(new BulkResult(3, 3, 0, 0, 2, null), letters().dropAll(letter -> true, third));
    assertEquals(2, letters().count());
  }

  @Test
  void letterThatAnotherRunReplaysAndThatDiesAgainIsNotReplayedAgain() {
    for (int number = 0; number < 150; number++) {
      buryRequest("{\"id\":" + number + "}");
    }
    DeadLetters roomy = new DeadLetters(transport(), List.of(queue), 10_000);
    AtomicInteger looked = new AtomicInteger();
    BulkResult result =
        roomy.replayAll(
            letter -> {
              if (looked.getAndIncrement() == 0) {
                roomy.replay(roomy.list(0, 1).get(0).id(), careless);
                buryLater("{\"id\":149,\"replayedFrom\":\"x\"}");
              }
              return true;
            },
            careless,
            BulkProgress.NONE);
    assertEquals(new BulkResult(149, 149, 0, 0, 1, null), result);
    assertEquals(150, waiting());
    assertEquals(1, roomy.count(), "the one that died again");
  }

  @Test
  void lettersThatMoveUpWhileOthersRemoveSomeAreNotPassedOver() {
    for (int number = 0; number < 300; number++) {
      buryRequest("{\"id\":" + number + "}");
    }
    DeadLetters roomy = new DeadLetters(transport(), List.of(queue), 10_000);
    List<String> oldest = roomy.list(200, 100).stream().map(DeadLetter::id).toList();
    AtomicInteger looked = new AtomicInteger();
    BulkResult result =
        roomy.dropAll(
            letter -> {
              if (looked.incrementAndGet() == 128) {
                oldest.subList(90, 100).forEach(roomy::drop);
                buryLater("{\"id\":300}");
              }
              return looked.get() > 128;
            },
            BulkProgress.NONE);
    assertEquals(result(172, 172, 0), result);
    assertEquals(128 - 10 + 1, roomy.count());
  }

  @Test
  void idsDoNotChangeAndDiffer() {
    buryRequest("{\"id\":1}");
    String id = letters().list(0, 1).get(0).id();
    buryRequest("{\"id\":2}");
    assertEquals(id, letters().list(1, 1).get(0).id());
    assertNotEquals(id, letters().list(0, 1).get(0).id());
    assertTrue(letters().find("no such id").isEmpty());
  }

  private void buryRequest(String request) {
    bury(new DeadLetterEntry("why", 1, 1, "b:1", true, null, bytes(request)));
  }

  /** Buries a request that died after everything that has begun. */
  private void buryLater(String request) {
    long at = transport().clock().millis() + 60_000;
    bury(new DeadLetterEntry("why", at, 1, "b:1", true, null, bytes(request)));
  }

  private static BulkResult result(int seen, int done, int left) {
    return new BulkResult(seen, done, left, 0, 0, null);
  }

  private void bury(DeadLetterEntry entry) {
    bury(++lastLetter, entry.write());
  }

  private void bury(String entry) {
    bury(++lastLetter, bytes(entry));
  }

  private void bury(long number, byte[] entry) {
    answer(transport().leases().deadLetter(queue, WORKER, number, entry));
  }

  private boolean claim(String key, String claimant) {
    return answer(transport().leases().claim(queue, key, claimant, Duration.ofMinutes(1)));
  }

  private int waiting() {
    return answer(transport().backlog(queue)).length();
  }

  private byte[] oldest() {
    Backlog backlog = answer(transport().backlog(queue));
    return Objects.requireNonNull(backlog.oldest());
  }

  private Delivery take() {
    List<Delivery> taken = new ArrayList<>();
    QueueConsumer consumer = transport().consume(List.of(queue), new Worker("worker", "1"));
    consumer.take(1, Duration.ofSeconds(1), taken::addAll);
    consumer.close();
    assertEquals(1, taken.size());
    return taken.get(0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static <T extends @Nullable Object> T answer(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
