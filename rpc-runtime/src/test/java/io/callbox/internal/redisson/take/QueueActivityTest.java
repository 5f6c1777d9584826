package io.callbox.internal.redisson.take;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.concurrent.PollLoop;
import io.callbox.internal.lease.HeldRequests;
import io.callbox.transport.Chunk;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueueActivityTest {

  private static final QueueName QUEUE = new QueueName("services:Arith");
  private static final byte[] REQUEST =
      "{\"jsonrpc\":\"2.0\",\"replyTo\":\"replies:n:c2.s\",\"id\":1}"
          .getBytes(StandardCharsets.UTF_8);
  private static final int LARGE = 64 << 10;
  private static final Duration FIRST = Duration.ofSeconds(1);

  /**
   * What happened, and what is expected after it: whether the queue is asked for more, whether the
   * message that came last waits for others, and how many requests the next message may hold.
   *
   * <p>A wait brings {@code one} message, a {@code large} one, or a {@code chunk} of so many
   * requests; a question, to which more might have been answered, {@code gave} so many messages, or
   * was {@code filled} by so many, or gave one chunk of so many requests, {@code gave-chunk}.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          nothing                                                     | asks  | -     | 1
          one                                                         | asks  | waits | 1
          one gave:0                                                  | rests | -     | 1
          one gave:0 one                                              | asks  | -     | 1
          one gave:0 one gave:0 one gave:0 one                        | asks  | -     | 1
          one gave:0 one gave:0 one gave:0 one gave:0 one             | rests | -     | 1
          one gave:0 one gave:0 one gave:0 one gave:0 one one one     | rests | -     | 1
          one gave:0 one gave:0 one gave:0 one gave:0 one one one one | asks  | -     | 1
          one gave:0 one gave:0 one gave:7 one                        | asks  | -     | 1
          one gave:0 one gave:0 one gave:8 one                        | asks  | waits | 1
          one gave:8 gave:0 one                                       | asks  | waits | 1
          large                                                       | rests | -     | 1
          large one                                                   | asks  | waits | 1
          chunk:5                                                     | rests | -     | 5
          chunk:5 one                                                 | asks  | waits | 4
          chunk:5 one one one one one                                 | asks  | waits | 1
          chunk:5 chunk:3                                             | rests | -     | 4
          filled:3                                                    | asks  | -     | 1
          gave:3                                                      | rests | -     | 1
          gave-chunk:3                                                | rests | -     | 3
          gave:0 failed                                               | asks  | -     | 1
          """)
  void expectationOfQueueFollowsFromItsMessages(
      String happened, String next, String last, int requestsPerMessage) {
    QueueActivity activity = new QueueActivity();
    boolean waits = false;
    for (String event : happened.split(" ", -1)) {
      waits = happens(event, activity);
    }
    assertEquals(next.equals("asks"), activity.isBusy());
    assertEquals(last.equals("waits"), waits);
    assertEquals(requestsPerMessage, activity.requestsPerMessage());
  }

  @Test
  void fewerMessagesAreAskedForWhereTheyHoldSeveralRequests() {
    QueueActivity activity = new QueueActivity();
    TakeScript.Bound before = activity.bound(32, 1 << 20);
    activity.arrived(REQUEST.length, 8);
    TakeScript.Bound after = activity.bound(32, 1 << 20);
    assertEquals(before.requests(), after.requests());
    assertTrue(after.messages() * 8 <= before.messages(), before + ", then " + after);
  }

  @Test
  void waitsThatBringNothingGrowToABound() {
    QueueActivity activity = new QueueActivity();
    assertEquals(Duration.ofSeconds(1), activity.patience(FIRST, true));
    activity.waited(false, false);
    assertEquals(Duration.ofSeconds(2), activity.patience(FIRST, true));
    activity.waited(false, false);
    activity.waited(false, false);
    assertEquals(Duration.ofSeconds(4), activity.patience(FIRST, true));
  }

  @Test
  void waitThatBroughtSomethingIsFollowedByAShortOne() {
    QueueActivity activity = new QueueActivity();
    activity.waited(false, false);
    activity.waited(true, false);
    assertEquals(FIRST, activity.patience(FIRST, true));
  }

  @Test
  void waitThatNobodyCanEndStaysShort() {
    QueueActivity activity = new QueueActivity();
    activity.waited(false, false);
    activity.waited(false, false);
    assertEquals(FIRST, activity.patience(FIRST, false));
  }

  @Test
  void waitThatFailsIsFollowedByARestUntilOneDoesNot() {
    QueueActivity activity = new QueueActivity();
    assertFalse(activity.isFailing());
    activity.waited(false, true);
    assertTrue(activity.isFailing());
    activity.waited(false, true);
    assertTrue(activity.isFailing());
    activity.waited(false, false);
    assertFalse(activity.isFailing());
    assertFalse(activity.rests());
  }

  /** Returns whether what came waits for others. */
  private static boolean happens(String event, QueueActivity activity) {
    String[] parts = event.split(":", -1);
    int count = parts.length == 1 ? 0 : Integer.parseInt(parts[1]);
    return switch (parts[0]) {
      case "one" -> activity.arrived(REQUEST.length, 1);
      case "large" -> activity.arrived(LARGE, 1);
      case "chunk" -> activity.arrived(REQUEST.length * count, count);
      default -> {
        asked(parts[0], count, activity);
        yield false;
      }
    };
  }

  private static void asked(String event, int count, QueueActivity activity) {
    List<Delivery> requests = Collections.nCopies(count, delivery(REQUEST));
    switch (event) {
      case "gave" -> activity.asked(requests, new TakeScript.Bound(100, 100, 1 << 20));
      case "filled" -> activity.asked(requests, new TakeScript.Bound(count, count, 1 << 20));
      case "gave-chunk" ->
          activity.asked(
              List.of(delivery(Chunk.element(Collections.nCopies(count, REQUEST)))),
              new TakeScript.Bound(1, count, 1 << 20));
      case "failed" -> activity.seemsBusy();
      default -> assertEquals("nothing", event);
    }
  }

  private static Delivery delivery(byte[] message) {
    return new Delivery(QUEUE, message, null);
  }

  /** Else what an answer under way brings would be put back, and run twice. */
  @Test
  void noTakeLastsLongerThanOrphansAreLeftAlone() {
    Duration longest =
        PollLoop.WAIT.multipliedBy(QueueActivity.LONGEST).plusMillis(WaitCommand.ANSWER_MILLIS);
    assertTrue(longest.compareTo(HeldRequests.LONGEST_TAKE) < 0, longest::toString);
  }
}
