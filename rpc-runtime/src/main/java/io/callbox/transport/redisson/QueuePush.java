package io.callbox.transport.redisson;

import io.callbox.transport.Portion;
import io.callbox.transport.PushOptions;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Pushes requests into queues that admit them.
 *
 * <p>A script decides and pushes in one step. What it says holds for a moment, which is a ticket:
 * within it, chunks are pushed by {@code LPUSH}, past Lua, which copies every byte. The answer is
 * the queue's length: half of what is allowed ends the ticket. So a queue may come to hold more
 * than its bound by what each sender pushes in one step, and a queue whose last provider has left
 * may get requests for a tenth of a second: they end as others do whose provider leaves.
 *
 * <p>A script that is not answered is sent again, and counts once. An {@code LPUSH} is never sent
 * again: whether Redis has it is not known, so its requests stay pending. There is no ticket for a
 * while after that, and never for a request that is pushed alone.
 *
 * <p>Safe for use by many threads.
 */
final class QueuePush {

  /** How long Redis remembers a sender's last push, in milliseconds: longer than any resend. */
  private static final byte[] REMEMBERED = Scripts.text(60_000);

  /** How long a ticket lasts, if the queue's last lease does. */
  private static final byte[] TICKET_MILLIS = Scripts.text(100);

  private static final byte[] NO_TICKET = Scripts.text(0);

  /** What the script's answer is counted in, beside the milliseconds of a ticket. */
  private static final long ONE = 1_000;

  private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();
  private static final int MOST_TICKETS = 1_000;

  private final Scripts scripts;
  private final Map<Place, Long> ticketEnds = new ConcurrentHashMap<>();

  /** Until when there are no tickets. */
  private volatile long pauseEnd = System.nanoTime();

  QueuePush(Scripts scripts) {
    this.scripts = scripts;
  }

  /** What a ticket is for. */
  private record Place(QueueName queue, boolean waitForProvider) {}

  /** Pushes messages, as far as the queue admits them. */
  CompletionStage<PushResult> push(QueueName queue, List<byte[]> messages, PushOptions admission) {
    Place place = new Place(queue, admission.waitForProvider());
    CompletableFuture<Long> length = hasTicket(place, messages) ? pushed(queue, messages) : null;
    if (length == null) {
      return pushedByScript(place, messages, admission);
    }
    CompletableFuture<PushResult> outcome = new CompletableFuture<>();
    length.whenComplete(
        (now, failure) -> {
          if (failure == null) {
            endTicketIf(now > admission.maxLength() / 2, place);
            outcome.complete(PushResult.ALL);
          } else if (DirectConnection.isCut(failure)) {
            pauseEnd = System.nanoTime() + PAUSE_NANOS;
            outcome.complete(PushResult.ALL); // as far as is known: see the class
          } else {
            endTicketIf(true, place); // Redis has refused it, and says by the script what it lacks
            Scripts.whenAnswered(() -> pushedByScript(place, messages, admission), outcome);
          }
        });
    return outcome;
  }

  private boolean hasTicket(Place place, List<byte[]> messages) {
    Long end = ticketEnds.get(place);
    long now = System.nanoTime();
    return end != null
        && end - now > 0
        && now - pauseEnd > 0
        && messages.size() <= Portion.MESSAGES
        && hasChunk(messages);
  }

  /** Only what gathers is so much that a script's work on it matters. */
  private static boolean hasChunk(List<byte[]> messages) {
    for (byte[] message : messages) {
      if (message.length > 0 && message[0] == '[') {
        return true;
      }
    }
    return false;
  }

  private void endTicketIf(boolean over, Place place) {
    if (over) {
      ticketEnds.remove(place);
    }
  }

  private @Nullable CompletableFuture<Long> pushed(QueueName queue, List<byte[]> messages) {
    return scripts.push(queue, messages);
  }

  private CompletionStage<PushResult> pushedByScript(
      Place place, List<byte[]> messages, PushOptions admission) {
    List<byte[]> values = new ArrayList<>(messages.size() + 5);
    values.add(Scripts.text(admission.waitForProvider() ? 1 : 0));
    values.add(Scripts.text(admission.maxLength()));
    values.add(Scripts.text(admission.number()));
    values.add(REMEMBERED);
    values.add(hasChunk(messages) ? TICKET_MILLIS : NO_TICKET);
    values.addAll(messages);
    QueueName queue = place.queue;
    List<QueueName> keys = List.of(queue, queue.providers(), queue.pushed(admission.sender()));
    long sent = System.nanoTime();
    return RedissonTransport.translated(
        queue,
        scripts.number(LuaScript.PUSH, keys, values.toArray()),
        answer -> admitted(place, messages, admission, new Said(answer, sent)));
  }

  /**
   * What the script has said.
   *
   * @param answer how many messages were accepted, times {@link #ONE}, and for how many
   *     milliseconds others would be; negative if nobody provides
   * @param sentNanos when it was asked
   */
  private record Said(long answer, long sentNanos) {}

  private PushResult admitted(Place place, List<byte[]> pushed, PushOptions admission, Said said) {
    if (said.answer < 0) {
      ticketEnds.remove(place);
      return PushResult.unprovided(place.queue);
    }
    boolean all = said.answer / ONE == pushed.size();
    long ticket = TimeUnit.MILLISECONDS.toNanos(said.answer % ONE);
    if (ticketEnds.size() >= MOST_TICKETS) {
      ticketEnds.clear(); // of queues that are pushed to no more: the others get new ones
    }
    if (ticket > 0) {
      ticketEnds.put(place, said.sentNanos + ticket);
    } else {
      endTicketIf(!all || hasChunk(pushed), place);
    }
    return all
        ? PushResult.ALL
        : PushResult.full(place.queue, (int) (said.answer / ONE), admission.maxLength());
  }
}
