package io.callbox.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testkit.time.Await;
import io.callbox.trial.Stopwatch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every transport does alike. Each is tested by a class that extends this one. */
@Timeout(60)
abstract class TransportContract {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static int queues;
  private static long pushes;

  private final QueueName queue = queue();
  private final QueueName other = queue();

  /** The transport under test. */
  abstract Transport transport();

  /** Starts taking, in the way under test. */
  abstract QueueConsumer consume(List<QueueName> sources);

  /** How many messages at most are taken before it is known how large they are. */
  int takenBlindly() {
    return 1;
  }

  @Test
  void firstInIsFirstOut() throws Exception {
    push(queue, texts(0, 3));
    push(queue, texts(3, 5));
    assertEquals(texts(0, 5), take(consume(List.of(queue)), 5));
  }

  @Test
  void repliesAreFirstInFirstOutToo() throws Exception {
    List<ReplyMessage> answers = new ArrayList<>();
    for (String text : texts(0, 5)) {
      answers.add(new ReplyMessage(bytes(text), new Delivery(other, bytes("request"), null)));
    }
    transport().reply(queue, answers, SECOND.multipliedBy(30)).toCompletableFuture().get();
    assertEquals(texts(0, 5), take(transport().consume(List.of(queue)), 5));
  }

  @Test
  void batchesMayBeLarge() throws Exception {
    push(queue, texts(0, 2_500));
    assertEquals(texts(0, 2_500), take(consume(List.of(queue)), 2_500));
  }

  @Test
  void largeMessagesKeepTheirPlaceAmongSmallOnes() throws Exception {
    String large = "x".repeat(70_000);
    List<String> all =
        IntStream.range(0, 60).mapToObj(index -> index + (index % 3 == 0 ? large : "")).toList();
    QueueConsumer consumer = consume(List.of(queue, other));
    List<String> taken = new ArrayList<>();
    for (int first = 0; first < 60; first += 20) {
      push(queue, all.subList(first, first + 20));
      taken.addAll(take(consumer, 20));
    }
    assertEquals(all, taken);
  }

  @Test
  void noMoreIsTakenThanThereIsRoomFor() throws Exception {
    push(queue, texts(0, 10));
    QueueConsumer consumer = consume(List.of(queue));
    for (int first = 0; first < 9; first += 3) {
      List<Delivery> taken = Taking.take(consumer, 3, SECOND);
      assertTrue(taken.size() <= 3, "took " + taken.size());
      assertEquals(texts(first, first + taken.size()), textsOf(taken));
      first += taken.size() - 3;
    }
    assertEquals(texts(9, 10), take(consumer, 1));
  }

  @Test
  void noMoreBytesAreTakenThanThereIsRoomForAndWhatIsTakenBlindly() throws Exception {
    long size = 100_000;
    String large = "x".repeat((int) size - 2);
    List<String> all = IntStream.range(10, 40).mapToObj(i -> i + large).toList();
    push(queue, all);
    QueueConsumer consumer = consume(List.of(queue, other));
    RoomFor room = new RoomFor(5 * size);
    Await.until("it is full", () -> consumer.take(100, SECOND, room) == 0 || room.bytesLeft() < 1);
    assertTrue(room.taken.size() < 5 + takenBlindly(), () -> room.taken.size() + " were taken");
    while (room.taken.size() < all.size()) {
      room.bytes.addAndGet(5 * size);
      consumer.take(100, SECOND, room);
      assertTrue(
          room.bytesLeft() >= -takenBlindly() * size, () -> room.bytesLeft() + " bytes are left");
    }
    List<String> taken = new ArrayList<>(textsOf(room.taken));
    taken.sort(null); // what Redis answers late may be handed over after what followed it
    assertEquals(all, taken);
  }

  @Test
  void chunkMayExceedTheRoomThatIsLeftByWhatIsSpare() throws Exception {
    List<byte[]> members = new ArrayList<>();
    for (int number = 0; number < 5; number++) {
      members.add(
          ("{\"jsonrpc\":\"2.0\",\"id\":\"c-s-%d\",\"method\":\"A.b\",\"replyTo\":"
                  + "\"replies:c:c2.s\",\"params\":[]}")
              .formatted(number)
              .getBytes(StandardCharsets.UTF_8));
    }
    QueueConsumer consumer = consume(List.of(queue));
    for (int spare : new int[] {2, 1}) {
      push(queue, List.of(new String(Chunk.element(members), StandardCharsets.UTF_8)));
      List<Integer> sizes = new CopyOnWriteArrayList<>();
      QueueConsumer.Receiver receiver = new WithSpare(spare, sizes);
      Await.until("some are taken", () -> consumer.take(3, SECOND, receiver) > 0);
      assertEquals(List.of(spare == 2 ? 5 : 3), sizes);
    }
  }

  /** Notes how many requests are in each element. */
  private record WithSpare(int spare, List<Integer> sizes) implements QueueConsumer.Receiver {

    @Override
    public void receive(List<Delivery> messages) {
      messages.forEach(message -> sizes.add(message.requests()));
    }
  }

  /** Takes only what there is room for in bytes. */
  private static final class RoomFor implements QueueConsumer.Receiver {

    final List<Delivery> taken = new CopyOnWriteArrayList<>();
    final AtomicLong bytes;

    RoomFor(long bytes) {
      this.bytes = new AtomicLong(bytes);
    }

    @Override
    public void receive(List<Delivery> messages) {
      messages.forEach(message -> bytes.addAndGet(-message.message().length));
      taken.addAll(messages);
    }

    @Override
    public long bytesLeft() {
      return bytes.get();
    }
  }

  @Test
  void heldRequestsAreReadAndTakenOverInPortions() throws Exception {
    String large = "x".repeat(Portion.BYTES / 4);
    List<String> all = IntStream.range(0, 10).mapToObj(i -> i + large).toList();
    Worker dead = new Worker("dead", "1");
    Worker heir = new Worker("heir", "1");
    LeaseStore leases = transport().leases();
    leases.renew(List.of(queue), dead, Duration.ofMillis(1)).toCompletableFuture().get();
    push(queue, all);
    try (QueueConsumer consumer = transport().consume(List.of(queue), dead)) {
      take(consumer, 10);
    }
    List<String> held = new ArrayList<>();
    for (int portions = 1; held.size() < 10; portions++) {
      List<Delivery> portion = heldBy(dead, held.size());
      assertTrue(portion.size() <= 4 && portions <= 4, () -> portion.size() + " at once");
      held.addAll(textsOf(portion));
    }
    assertEquals(Set.copyOf(all), Set.copyOf(held)); // late answers have no order
    assertEquals(List.of(), heldBy(dead, 10));
    assertEquals(
        held.subList(1, 3), textsOf(leases.held(queue, dead, 1, 2).toCompletableFuture().get()));
    List<String> inherited = new ArrayList<>();
    LeaseStore.Ended ended = new LeaseStore.Ended(queue, dead);
    Await.until(
        "its lease has ended",
        () -> leases.ended(queue).toCompletableFuture().join().contains(ended));
    while (inherited.size() < 10) {
      List<Delivery> portion = leases.takeOver(ended, heir).toCompletableFuture().get();
      assertTrue(portion.size() <= 4, () -> portion.size() + " at once");
      inherited.addAll(textsOf(portion));
      assertTrue(
          leases.ended(queue).toCompletableFuture().get().contains(ended), "until none is left");
    }
    assertEquals(held, inherited);
    assertEquals(List.of(), leases.takeOver(ended, heir).toCompletableFuture().get());
    assertEquals(
        List.of(new LeaseStore.Ended(queue, heir)),
        leases.ended(queue).toCompletableFuture().get());
    leases.release(List.of(queue), heir).toCompletableFuture().get();
    assertEquals(
        List.of(new LeaseStore.Ended(queue, heir)),
        leases.ended(queue).toCompletableFuture().get(),
        "as it still holds something");
  }

  private List<Delivery> heldBy(Worker worker, int from) throws Exception {
    return transport().leases().held(queue, worker, from).toCompletableFuture().get();
  }

  @Test
  void messagesThatComeTogetherAreHandedOverTogether() throws Exception {
    QueueConsumer consumer = consume(List.of(queue, other));
    List<Integer> handedOver = new CopyOnWriteArrayList<>();
    CompletableFuture<Integer> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              int taken = 0;
              while (taken == 0) {
                taken = consumer.take(64, SECOND, batch -> handedOver.add(batch.size()));
              }
              return taken;
            });
    LockSupport.parkNanos(SECOND.toNanos() / 10); // long enough for it to wait, as a rule
    push(queue, texts(0, 5));
    assertEquals(5, waiting.get(10, TimeUnit.SECONDS));
    assertEquals(List.of(5), handedOver);
  }

  @Test
  void noQueueIsStarved() throws Exception {
    QueueConsumer consumer = consume(List.of(queue, other));
    push(queue, texts(0, 100));
    push(other, List.of("other"));
    Set<QueueName> sources = new HashSet<>();
    for (int turn = 0; turn < 3; turn++) {
      Taking.take(consumer, 1, SECOND).forEach(delivery -> sources.add(delivery.queue()));
    }
    assertEquals(Set.of(queue, other), sources);
  }

  @Test
  void queueThatFellSilentIsHeardBesideABusyOne() throws Exception {
    QueueConsumer consumer = consume(List.of(queue, other));
    push(queue, texts(0, 3_000));
    for (int turn = 0; turn < 10; turn++) {
      Taking.take(consumer, 1, SECOND);
    }
    push(other, List.of("other"));
    boolean heard = false;
    for (int turn = 0; turn < 2_900 && !heard; turn++) {
      heard = textsOf(Taking.take(consumer, 1, SECOND)).contains("other");
    }
    assertTrue(heard, "never looked at again while the other had messages");
  }

  @Test
  void emptyTakeWaitsItsTime() {
    QueueConsumer consumer = consume(List.of(queue, other));
    long took =
        Stopwatch.millisOf(() -> assertEquals(List.of(), Taking.take(consumer, 64, SECOND)));
    assertTrue(took >= 900, "took " + took + " ms");
  }

  @Test
  void takeUnderWayHearsOfAMessageAtOnce() throws Exception {
    for (QueueName source : List.of(queue, other)) {
      QueueConsumer consumer = consume(List.of(queue, other));
      ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
      CountDownLatch started = new CountDownLatch(1);
      Thread taker =
          new Thread(
              () -> {
                started.countDown();
                consumer.take(1, SECOND.multipliedBy(300), batch -> heard.addAll(textsOf(batch)));
              });
      taker.start();
      Await.latch(started);
      push(source, List.of("news"));
      Await.until("the news", () -> heard.contains("news"));
      taker.join(TimeUnit.SECONDS.toMillis(10));
    }
  }

  /**
   * What a short take has begun to wait for ends in the long one that follows, for each queue at
   * another time: it waits anew, or would hear of nothing until its end, long after this test.
   */
  @Test
  void idleQueuesAreHeardAllTheTime() throws Exception {
    QueueConsumer consumer = consume(List.of(queue, other));
    ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    Thread taker =
        new Thread(
            () -> {
              consumer.take(10, SECOND, batch -> heard.addAll(textsOf(batch)));
              while (!Thread.currentThread().isInterrupted()) {
                consumer.take(10, SECOND.multipliedBy(300), batch -> heard.addAll(textsOf(batch)));
              }
            });
    taker.start();
    LockSupport.parkNanos(SECOND.toNanos() / 2); // so that they do not wait for the same time
    hear("begun", queue, heard);
    LockSupport.parkNanos(SECOND.toNanos() * 3 / 2); // as a rule, what has begun has ended
    hear("one", queue, heard);
    hear("two", other, heard);
    hear("three", queue, heard);
    taker.interrupt();
    taker.join(TimeUnit.SECONDS.toMillis(30));
    assertFalse(taker.isAlive());
  }

  private void hear(String text, QueueName source, Collection<String> heard) throws Exception {
    push(source, List.of(text));
    Await.until(text, () -> heard.contains(text));
  }

  /**
   * As one that was handed over to a worker that has died, and goes back to its service's queue.
   */
  @Test
  void requestThatADeadWorkerHadIsKnownAsSuchInTheOtherQueueToo() throws Exception {
    push(queue, List.of("handed over"));
    Worker dead = new Worker("dead", "1");
    try (QueueConsumer consumer = transport().consume(List.of(queue), dead)) {
      Delivery taken = Taking.take(consumer, 1, SECOND).get(0);
      assertTrue(transport().leases().requeue(taken, 3, 1).toCompletableFuture().get());
    }
    assertTrue(moved("handed over", "as it was sent"));
    assertFalse(withdrawn("as it was sent"), "it may have run");
    push(queue, List.of("handed over, never taken"));
    assertTrue(moved("handed over, never taken", "as it was sent"));
    assertFalse(withdrawn("as it was sent"), "it looks as the one that may have run");
    push(queue, List.of("another"));
    assertTrue(moved("another", "as another was sent"));
    assertTrue(withdrawn("as another was sent"));
  }

  @Test
  void requestThatGoesBackAgainWithTheSameNumberDoesNothingMore() throws Exception {
    push(queue, List.of("request"));
    Worker heir = new Worker("heir", "1");
    try (QueueConsumer consumer = transport().consume(List.of(queue), heir)) {
      LeaseStore leases = transport().leases();
      long number = leases.nextReturn(queue);
      Delivery taken = Taking.take(consumer, 1, SECOND).get(0);
      assertTrue(leases.requeue(taken, 2, number).toCompletableFuture().get());
      Delivery anew = Taking.take(consumer, 1, SECOND).get(0);
      assertTrue(leases.requeue(anew, 2, number).toCompletableFuture().get(), "it is given up");
      assertEquals(List.of(), Taking.take(consumer, 1, SECOND), "it runs twice");
      long next = leases.nextReturn(queue);
      assertFalse(leases.requeue(anew, 2, next).toCompletableFuture().get());
    }
  }

  @Test
  void requestThatIsGivenUpLeavesAnEqualOneAllItsDeliveries() throws Exception {
    push(queue, List.of("equal"));
    Worker heir = new Worker("heir", "1");
    LeaseStore leases = transport().leases();
    try (QueueConsumer consumer = transport().consume(List.of(queue), heir)) {
      assertTrue(requeued(Taking.take(consumer, 1, SECOND).get(0)));
      Delivery again = Taking.take(consumer, 1, SECOND).get(0);
      leases.forgetRequeues(again).toCompletableFuture().get();
      assertFalse(requeued(again), "it is still held, and not given up");
      transport().acknowledge(queue.taken(heir), List.of(again)).toCompletableFuture().get();
      leases.forgetRequeues(again).toCompletableFuture().get();
      push(queue, List.of("equal"));
      assertTrue(requeued(Taking.take(consumer, 1, SECOND).get(0)));
    }
  }

  private boolean requeued(Delivery request) throws Exception {
    LeaseStore leases = transport().leases();
    long number = leases.nextReturn(queue);
    return leases.requeue(request, 2, number).toCompletableFuture().get();
  }

  private boolean moved(String message, String as) throws Exception {
    return transport().move(queue, bytes(message), other, bytes(as)).toCompletableFuture().get();
  }

  private boolean withdrawn(String message) throws Exception {
    return transport().withdraw(other, bytes(message)).toCompletableFuture().get();
  }

  @Test
  void everyByteSurvives() throws Exception {
    byte[] all = new byte[256];
    for (int value = 0; value < 256; value++) {
      all[value] = (byte) value;
    }
    PushOptions admission = admission();
    transport().push(queue, List.of(all), admission).toCompletableFuture().get();
    List<Delivery> taken = Taking.take(consume(List.of(queue)), 1, SECOND);
    assertArrayEquals(all, taken.get(0).message());
    assertEquals(queue, taken.get(0).queue());
  }

  @Test
  void consumersShareWithoutLossOrDuplicate() throws Exception {
    ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
    List<Thread> takers = new ArrayList<>();
    for (int taker = 0; taker < 3; taker++) {
      QueueConsumer consumer = consume(List.of(queue, other));
      takers.add(
          new Thread(
              () -> {
                while (taken.size() < 2_000) {
                  consumer.take(7, SECOND, batch -> taken.addAll(textsOf(batch)));
                }
              }));
    }
    takers.forEach(Thread::start);
    for (int first = 0; first < 2_000; first += 50) {
      push(first % 100 == 0 ? queue : other, texts(first, first + 50));
    }
    Await.until("all messages", () -> taken.size() >= 2_000);
    for (Thread taker : takers) {
      taker.join(TimeUnit.SECONDS.toMillis(10));
    }
    assertEquals(2_000, taken.size());
    assertEquals(new HashSet<>(texts(0, 2_000)), new HashSet<>(taken));
  }

  @Test
  void clockDoesNotGoBack() {
    long last = transport().clock().millis();
    for (int look = 0; look < 1_000; look++) {
      long now = transport().clock().millis();
      assertTrue(now >= last - 1, "back by " + (last - now));
      last = now;
    }
  }

  @Test
  void longestLeaseTellsForHowLongAQueueIsConsumed() throws Exception {
    assertTrue(left().isNegative());
    LeaseStore leases = transport().leases();
    for (Worker worker : List.of(new Worker("a", "60"), new Worker("b", "5"))) {
      Duration lease = SECOND.multipliedBy(Long.parseLong(worker.incarnation()));
      leases.renew(List.of(queue), worker, lease).toCompletableFuture().get();
    }
    assertEquals(60, left().toMillis() / 1e3, 10);
    leases.release(List.of(queue), new Worker("a", "60")).toCompletableFuture().get();
    assertTrue(left().compareTo(SECOND.multipliedBy(5)) <= 0);
    leases.release(List.of(queue), new Worker("b", "5")).toCompletableFuture().get();
    assertTrue(left().isNegative());
  }

  private Duration left() throws Exception {
    return transport().leases().left(queue).toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static synchronized QueueName queue() {
    queues++;
    return Namespace.NONE.service("contract-" + queues);
  }

  private void push(QueueName target, List<String> texts) throws Exception {
    List<byte[]> messages = texts.stream().map(TransportContract::bytes).toList();
    PushOptions admission = admission();
    transport().push(target, messages, admission).toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static synchronized PushOptions admission() {
    pushes++;
    return new PushOptions(true, 1_000_000, "contract", pushes);
  }

  /** Takes until there are so many. */
  private static List<String> take(QueueConsumer consumer, int count) {
    List<String> taken = new ArrayList<>();
    Await.until(
        count + " messages",
        () -> {
          taken.addAll(textsOf(Taking.take(consumer, count - taken.size(), SECOND)));
          return taken.size() >= count;
        });
    return taken;
  }

  private static List<String> texts(int first, int end) {
    return IntStream.range(first, end).mapToObj(index -> "message " + index).toList();
  }

  private static List<String> textsOf(List<Delivery> deliveries) {
    return deliveries.stream()
        .map(delivery -> new String(delivery.message(), StandardCharsets.UTF_8))
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
