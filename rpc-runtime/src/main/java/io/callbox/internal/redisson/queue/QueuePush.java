package io.callbox.internal.redisson.queue;

import io.callbox.internal.redisson.failure.CommandAnswer;
import io.callbox.internal.redisson.failure.RedisFailure;
import io.callbox.internal.redisson.script.Answers;
import io.callbox.internal.redisson.script.KeptTimes;
import io.callbox.internal.redisson.script.LuaScript;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.Element;
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

/**
 * Pushes requests to queues that accept them.
 *
 * <p>A script decides and pushes in one step. Its answer is valid for a moment: this is a ticket.
 * While a ticket is valid, chunks and large requests are pushed with {@code LPUSH}, without Lua,
 * which copies and hashes every byte. {@code LPUSH} answers the queue's length; a length of half
 * the bound ends the ticket. So a queue may exceed its bound by what each sender pushes in one
 * step, and a queue whose last provider has left may receive requests for a tenth of a second.
 * Their calls end like other calls whose provider leaves.
 *
 * <p>A script without an answer is sent again, and counts once. An {@code LPUSH} is never sent
 * again: it is unknown whether Redis has it, so its requests stay pending. After that there is no
 * ticket for a while. A small request that is pushed alone never uses a ticket. Neither do requests
 * whose senders wait for no reply, because the senders would not notice a loss.
 *
 * <p>Safe for use by many threads.
 */
public final class QueuePush {

  private static final byte[] REMEMBERED = KeptTimes.ofPushes();

  /** The duration of a ticket, unless the queue's last lease ends before. */
  private static final byte[] TICKET_MILLIS = Scripts.text(100);

  private static final byte[] NO_TICKET = Scripts.text(0);

  /**
   * The factor of the accepted messages in the script's answer, which also contains the
   * milliseconds of a ticket.
   */
  private static final long ONE = 1_000;

  /**
   * The size in bytes from which on Lua takes longer for a request than all other work of Redis for
   * it.
   */
  private static final int LARGE = 32 << 10;

  private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();
  private static final int MOST_TICKETS = 1_000;

  private final Scripts scripts;
  private final Map<Place, Long> ticketEnds = new ConcurrentHashMap<>();

  /** The time until which there are no tickets. */
  private volatile long pauseEnd = System.nanoTime();

  public QueuePush(Scripts scripts) {
    this.scripts = scripts;
  }

  /** The subject of a ticket. */
  private record Place(QueueName queue, boolean waitForProvider) {}

  /** Pushes messages, as far as the queue accepts them. */
  public CompletionStage<PushResult> push(
      QueueName queue, List<Element> messages, PushOptions admission) {
    Place place = new Place(queue, admission.waitForProvider());
    CompletableFuture<Long> length =
        admission.mayBeLost() && hasTicket(place, messages) ? scripts.push(queue, messages) : null;
    if (length == null) {
      return pushedByScript(place, messages, admission);
    }
    CompletableFuture<PushResult> outcome = new CompletableFuture<>();
    length.whenComplete(
        (now, failure) -> {
          if (failure == null) {
            endTicketIf(now > admission.maxLength() / 2, place);
            outcome.complete(PushResult.ALL);
          } else if (RedisFailure.isCut(failure)) {
            pauseEnd = System.nanoTime() + PAUSE_NANOS;
            outcome.complete(PushResult.ALL); // accepted as far as is known: see the class
          } else {
            endTicketIf(true, place); // a refusal: the script names the missing right
            CommandAnswer.whenAnswered(() -> pushedByScript(place, messages, admission), outcome);
          }
        });
    return outcome;
  }

  private boolean hasTicket(Place place, List<Element> messages) {
    Long end = ticketEnds.get(place);
    long now = System.nanoTime();
    return end != null
        && end - now > 0
        && now - pauseEnd > 0
        && messages.size() <= Portion.MESSAGES
        && hasLarge(messages);
  }

  /**
   * Returns whether there are chunks or large requests: only these take a script so long that it
   * matters.
   */
  private static boolean hasLarge(List<Element> messages) {
    for (Element message : messages) {
      if (message.length() >= LARGE || message.isArray()) {
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

  private CompletionStage<PushResult> pushedByScript(
      Place place, List<Element> messages, PushOptions admission) {
    List<byte[]> values = new ArrayList<>(messages.size() + 5);
    values.add(Scripts.text(admission.waitForProvider() ? 1 : 0));
    values.add(Scripts.text(admission.maxLength()));
    values.add(Scripts.text(admission.number()));
    values.add(REMEMBERED);
    values.add(hasLarge(messages) ? TICKET_MILLIS : NO_TICKET);
    messages.forEach(message -> values.add(message.bytes()));
    QueueName queue = place.queue;
    List<QueueName> keys = List.of(queue, queue.providers(), queue.pushed(admission.sender()));
    long sent = System.nanoTime();
    return Answers.translated(
        queue,
        scripts.number(LuaScript.PUSH, keys, values.toArray()),
        answer -> admitted(place, messages, admission, new Said(answer, sent)));
  }

  /**
   * An answer of the script.
   *
   * @param answer how many messages were accepted, times {@link #ONE}, plus the milliseconds of the
   *     ticket; negative if the queue has no provider
   * @param sentNanos when the script was sent
   */
  private record Said(long answer, long sentNanos) {}

  private PushResult admitted(Place place, List<Element> pushed, PushOptions admission, Said said) {
    if (said.answer < 0) {
      ticketEnds.remove(place);
      return PushResult.unprovided(place.queue);
    }
    boolean all = said.answer / ONE == pushed.size();
    long ticket = TimeUnit.MILLISECONDS.toNanos(said.answer % ONE);
    if (ticketEnds.size() >= MOST_TICKETS) {
      ticketEnds.clear(); // some queues are used no more; the others get new ones
    }
    if (ticket > 0) {
      ticketEnds.put(place, said.sentNanos + ticket);
    } else {
      endTicketIf(!all || hasLarge(pushed), place);
    }
    return all
        ? PushResult.ALL
        : PushResult.full(place.queue, (int) (said.answer / ONE), admission.maxLength());
  }
}
