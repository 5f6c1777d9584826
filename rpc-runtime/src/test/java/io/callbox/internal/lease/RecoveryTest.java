package io.callbox.internal.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.internal.concurrent.SteppedClock;
import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.PartialRequest;
import io.callbox.internal.wire.Slice;
import io.callbox.json.Numbers;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.transport.CallStore;
import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore.Ended;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import io.callbox.transport.Taking;
import io.callbox.transport.Worker;
import io.callbox.transport.memory.InMemoryTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of the requests of a worker whose lease has ended. */
final class RecoveryTest {

  private static final Duration LEASE = Duration.ofSeconds(5);
  private static final Worker SELF = new Worker("heir", "1");
  private static final QueueName QUEUE = Namespace.NONE.service("Arith");
  private static final MethodDescriptor<Integer> ONCE =
      MethodDescriptor.named("Arith", "once").returning(Numbers::readInt);
  private static final MethodDescriptor<Integer> AGAIN =
      MethodDescriptor.named("Arith", "again").idempotent().returning(Numbers::readInt);

  private final SteppedClock clock = new SteppedClock();
  private final InMemoryTransport broker = new InMemoryTransport(clock);
  private final HeldRequests heldRequests = new HeldRequests();
  private final List<String> told = new ArrayList<>();
  private final Recovery recovery =
      new Recovery(
          broker,
          SELF,
          () -> List.of(QUEUE),
          new Recovery.Parties(
              Namespace.NONE,
              new Server(),
              this::recoverDurable,
              heldRequests,
              () -> 0,
              new Heartbeat(
                  broker,
                  (SteadyCard)
                      () -> {
                        throw new AssertionError("no beat is run");
                      },
                  new DeadNodeReaper(broker, Namespace.NONE, LEASE, node -> {}),
                  new Heartbeat.Terms(SELF, LEASE))));

  @AfterEach
  void close() {
    broker.close();
  }

  @Test
  void idempotentRequestGoesBackAsTheNextToBeTaken() {
    push(request("1", "Arith.again"), request("2", "Arith.again"));
    die(1, "dead");
    assertEquals(List.of(), told);
    assertEquals(1, recovery.redelivered());
    assertEquals(request("1", "Arith.again"), text(take(new Worker("next", "1"), 1).get(0)));
  }

  @Test
  void otherRequestIsAnsweredAndIsADeadLetter() {
    push(request("1", "Arith.once"));
    die(1, "dead");
    assertEquals(
        List.of("1 WORKER_LOST Arith.once: worker dead:1 died with it; it may have run"), told);
    assertEquals(0, broker.size(QUEUE));
    assertEquals(1, letters());
    assertEquals(1, recovery.givenUp());
  }

  /** It may be of a newer version of the service, which this server does not have yet. */
  @Test
  void requestOfAnUnknownMethodDoesNotRunAgain() {
    push(request("1", "Arith.newer"));
    die(1, "dead");
    assertEquals(1, told.size());
    assertEquals(0, broker.size(QUEUE));
  }

  @Test
  void requestWithWhichThreeWorkersDiedIsGivenUp() {
    push(request("1", "Arith.again"));
    die(1, "first");
    die(1, "second");
    assertEquals(List.of(), told);
    die(1, "third");
    assertEquals(List.of("1 WORKER_LOST Arith.again: 3 workers died with it"), told);
    assertEquals(0, broker.size(QUEUE));
    assertEquals(1, letters());
    assertEquals(2, recovery.redelivered());
  }

  @Test
  void requestThatWasGivenUpDoesNotCountForAnEqualOne() {
    push(request("1", "Arith.again"));
    for (String name : List.of("first", "second", "third")) {
      die(1, name);
    }
    told.clear();
    push(request("1", "Arith.again"));
    die(1, "fourth");
    assertEquals(List.of(), told);
    assertEquals(1, broker.size(QUEUE));
  }

  @Test
  void notificationIsADeadLetterAndHasNoAnswer() {
    push("{\"jsonrpc\":\"2.0\",\"method\":\"Arith.once\",\"params\":{}}");
    die(1, "dead");
    assertEquals(List.of("acknowledged"), told);
    assertEquals(1, letters());
  }

  @Test
  void membersOfABatchAreWhatTheyWouldBeAlone() {
    push("[" + request("1", "Arith.once") + "," + request("2", "Arith.again") + "]");
    die(1, "dead");
    assertEquals(1, told.size());
    assertEquals(1, broker.size(QUEUE));
    assertEquals(1, recovery.redelivered());
    assertEquals(1, recovery.givenUp());
  }

  @Test
  void garbageIsAnsweredToNobodyInParticular() {
    push("garbage");
    die(1, "dead");
    assertEquals(1, told.size() + broker.size(QUEUE));
    assertEquals(1, letters());
  }

  @Test
  void recordOfADurableCallSaysWhatBecomesOfIt() {
    push(request("durable", "Arith.once"));
    die(1, "dead");
    assertEquals(List.of("recovered"), told);
    assertEquals(1, recovery.redelivered());
    assertEquals(0, letters());
  }

  @Test
  void allRequestsOfADeadWorkerAreSeenToInOneBeat() {
    String[] requests = new String[40];
    for (int number = 0; number < requests.length; number++) {
      requests[number] = request("" + number, "Arith.again");
    }
    push(requests);
    die(requests.length, "dead");
    assertEquals(requests.length, broker.size(QUEUE));
    assertEquals(requests.length, recovery.redelivered());
  }

  private CallStore.@Nullable Recovered recoverDurable(Delivery held, Worker dead, String reason) {
    if (!text(held).contains("durable")) {
      return null;
    }
    told.add("recovered");
    return CallStore.Recovered.REQUEUED;
  }

  /** A worker takes requests, and its lease ends. */
  private void die(int requests, String name) {
    Worker worker = new Worker(name, "1");
    broker.leases().renew(List.of(QUEUE), worker, LEASE);
    assertEquals(requests, take(worker, requests).size());
    clock.nanos += LEASE.multipliedBy(2).toNanos();
    recovery.beaten(List.of(new Ended(QUEUE, worker)));
  }

  private List<Delivery> take(Worker worker, int most) {
    try (QueueConsumer consumer = broker.consume(List.of(QUEUE), worker)) {
      return Taking.take(consumer, most, Duration.ofSeconds(1));
    }
  }

  private void push(String... requests) {
    for (String request : requests) {
      byte[] message = request.getBytes(StandardCharsets.UTF_8);
      broker.reply(
          QUEUE,
          List.of(new ReplyMessage(message, new Delivery(QUEUE, message, null))),
          Duration.ofMinutes(1));
    }
  }

  private int letters() {
    return broker.deadLetters().count(QUEUE).toCompletableFuture().getNow(-1);
  }

  private static String request(String id, String method) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"%s\",\"params\":{}}"
        .formatted(id, method);
  }

  private static String text(Delivery delivery) {
    return new String(delivery.message(), StandardCharsets.UTF_8);
  }

  private final class Server implements ServingSide {

    @Override
    public boolean putBack(QueueName inbox) {
      throw new AssertionError("none was handed over");
    }

    @Override
    public @Nullable MethodDescriptor<?> methodOf(String name, QueueName queue) {
      return name.equals("Arith.once") ? ONCE : name.equals("Arith.again") ? AGAIN : null;
    }

    @Override
    public PartialRequest addressOf(Slice batch) {
      return PartialRequest.of(
          Slice.of(request("1", "Arith.once").getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public CompletableFuture<@Nullable Void> fail(
        Delivery request, PartialRequest address, ErrorBody error) {
      told.add(
          Objects.requireNonNull(address.id()).text()
              + ' '
              + error.details().code()
              + ' '
              + error.message());
      return done(request);
    }

    @Override
    public CompletableFuture<@Nullable Void> deadLetter(
        Supplier<? extends CompletionStage<@Nullable Void>> put) {
      return put.get().toCompletableFuture();
    }

    @Override
    public CompletableFuture<@Nullable Void> acknowledge(Delivery request) {
      told.add("acknowledged");
      return done(request);
    }

    private CompletableFuture<@Nullable Void> done(Delivery request) {
      heldRequests.remove(request);
      QueueName taken = Objects.requireNonNull(request.taken());
      return broker.acknowledge(taken, List.of(request)).toCompletableFuture();
    }
  }
}
