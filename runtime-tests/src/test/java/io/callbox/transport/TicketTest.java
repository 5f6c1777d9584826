package io.callbox.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.redisson.RedissonTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a queue has said lately lets chunks be pushed without asking it, and nothing else. */
@Timeout(60)
final class TicketTest {

  private static final Worker WORKER = new Worker("worker", "1");

  private final QueueName queue = new QueueName("services:Tickets");
  private RedisServer redis;
  private RedisCommands raw;
  private RedissonTransport transport;
  private long pushes;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
    raw = RedisCommands.to(redis.port());
    transport = RedissonTransport.connect(redis.uri());
  }

  @AfterEach
  void stop() {
    transport.close();
    raw.close();
    redis.close();
  }

  @Test
  void chunkIsPushedByAPlainCommandWhileATicketLasts() {
    Await.until(
        "one is pushed without a script",
        () -> {
          push(1, 1_000);
          return !wasAsked();
        });
    assertEquals(pushes, length());
  }

  /** Lua would take a multiple of the time that the rest of its way takes. */
  @Test
  void largeRequestIsPushedByAPlainCommandWhileATicketLasts() {
    byte[] large = Arrays.copyOf(call(1), 64 << 10);
    Await.until(
        "one is pushed without a script",
        () -> {
          transport.push(queue, List.of(large), waiting(1_000)).toCompletableFuture().join();
          return !wasAsked();
        });
    assertEquals(pushes, length());
  }

  @Test
  void requestThatIsPushedAloneIsAlwaysAskedFor() {
    push(1, 1_000);
    for (int turn = 0; turn < 5; turn++) {
      transport.push(queue, List.of(call(1)), waiting(1_000)).toCompletableFuture().join();
      assertTrue(wasAsked());
    }
  }

  @Test
  void queueHoldsItsBoundAndWhatOnePushBringsAtMost() {
    int bound = 20;
    push(2, bound);
    PushResult last = push(15, bound);
    assertTrue(length() == 17 || length() == bound, "a ticket, or none any more");
    while (last.refusal() == null) {
      last = push(15, bound);
    }
    assertTrue(length() <= bound + 15, "it holds " + length());
    assertEquals(0, push(1, bound).accepted());
  }

  @Test
  void ticketEndsWhenTheQueueIsSaidToBeFull() {
    Await.until(
        "one is pushed without a script",
        () -> {
          push(1, 1_000);
          return !wasAsked();
        });
    int held = (int) length();
    assertEquals(
        0,
        transport
            .push(queue, List.of(call(1)), waiting(held))
            .toCompletableFuture()
            .join()
            .accepted());
    assertEquals(0, push(1, held).accepted());
    assertEquals(held, length());
  }

  @Test
  void ticketEndsWhenHalfOfWhatMayWaitDoes() {
    int bound = 20;
    while (length() <= bound / 2) {
      push(1, bound);
    }
    while (length() < bound) {
      push(1, bound);
      assertTrue(wasAsked());
    }
    assertEquals(0, push(1, bound).accepted());
    assertEquals(bound, length());
  }

  @Test
  void queueWhoseLastProviderLeavesIsSoonRefused() throws Exception {
    Duration lease = Duration.ofMinutes(1);
    transport.leases().renew(List.of(queue), WORKER, lease).toCompletableFuture().get();
    assertEquals(PushResult.ALL, pushed(1, provided(1_000)));
    transport.leases().release(List.of(queue), WORKER).toCompletableFuture().get();
    Await.until("nobody serves it", () -> pushed(1, provided(1_000)).accepted() == 0);
  }

  @Test
  void queueWithoutAProviderGivesNoTicket() {
    assertEquals(0, pushed(1, provided(1_000)).accepted());
    assertEquals(0, pushed(1, provided(1_000)).accepted());
    assertEquals(0, length());
  }

  /** The command is on its way when the connection is cut: Redis has it, and nobody is told. */
  @Test
  void pushWhoseAnswerIsLostIsNeverSentAgain() {
    push(1, 1_000);
    redis.pause();
    CompletableFuture<PushResult> outcome = start(1, waiting(1_000));
    redis.cut();
    redis.resume();
    redis.mend();
    assertEquals(PushResult.ALL, outcome.orTimeout(30, TimeUnit.SECONDS).join());
    boolean asked = wasAsked(); // the ticket may have ended by then
    assertTrue(length() <= pushes, "it came " + length() + " times");
    push(1, 1_000);
    assertTrue(asked || wasAsked(), "there is no ticket for a while");
    assertTrue(length() <= pushes);
  }

  /** A request that nobody waits for would be lost without a word. */
  @Test
  void requestThatMustNotBeLostIsAskedForWhileATicketLasts() {
    byte[] large = Arrays.copyOf(call(1), 64 << 10);
    Await.until(
        "there is a ticket",
        () -> {
          push(1, 1_000);
          PushOptions sure = new PushOptions(true, 1_000, "caller:1:w", ++pushes);
          transport.push(queue, List.of(large), sure).toCompletableFuture().join();
          assertTrue(wasAsked());
          push(1, 1_000);
          return !wasAsked();
        });
    assertEquals(pushes, length());
  }

  private PushResult push(int elements, int bound) {
    return pushed(elements, waiting(bound));
  }

  private PushResult pushed(int elements, PushOptions options) {
    return start(elements, options).join();
  }

  private CompletableFuture<PushResult> start(int elements, PushOptions options) {
    byte[] chunk = Chunk.element(List.of(call(1), call(2)));
    return transport
        .push(queue, Collections.nCopies(elements, chunk), options)
        .toCompletableFuture();
  }

  private PushOptions waiting(int bound) {
    return new PushOptions(true, bound, "caller:1:w", ++pushes, true);
  }

  private PushOptions provided(int bound) {
    return new PushOptions(false, bound, "caller:1:n", ++pushes, true);
  }

  private static byte[] call(int number) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"caller-%d\",\"replyTo\":\"replies:caller:c2.s\"}"
        .formatted(number)
        .getBytes(StandardCharsets.UTF_8);
  }

  private long length() {
    return raw.number("LLEN", queue.key());
  }

  /** A script leaves the number of the push behind. */
  private boolean wasAsked() {
    Object last = raw.call("GET", queue.pushed("caller:1:w").key());
    return last != null && last.toString().startsWith(pushes + ":");
  }
}
