package io.callbox.transport;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Who is there: each node's card, which says what it is, kept up for a while and renewed by
 * heartbeat, in the broker's time. Knows nothing of what is on a card.
 *
 * <p>Of one namespace: see {@link Transport#members}. Each step is atomic, but {@link #look}. Safe
 * for use by many threads.
 */
public interface NodeStore {

  /** Puts a card up, or renews it; not over another card of the same node that is still up. */
  CompletionStage<JoinResult> join(Claim claim);

  /** Takes a card down, and the node off the list, if it is this card that is up. */
  CompletionStage<@Nullable Void> leave(Claim claim);

  /** Whose cards are up. Costs as much as there are nodes. */
  CompletionStage<List<Seen>> look();

  /** Which of these nodes' cards are up. Costs as much as is asked for. */
  CompletionStage<List<Seen>> look(Collection<String> nodes);

  /** How many nodes there are. Costs the same for any number. */
  CompletionStage<Census> census();

  /**
   * Takes a node off the list whose time has ended, unless it has been renewed.
   *
   * @return whether this step did it
   */
  CompletionStage<Boolean> forget(String node);

  /**
   * Which services are paused, each with what was said of it.
   *
   * @return a thousand at most
   */
  CompletionStage<Map<String, byte[]>> paused();

  /** Has all nodes hear, with their next heartbeat, that a service is paused. */
  CompletionStage<@Nullable Void> pause(String service, byte[] how);

  /**
   * Ends a pause.
   *
   * @return whether there was one
   */
  CompletionStage<Boolean> resume(String service);

  /**
   * How services are spread that are, or were.
   *
   * @return a thousand at most
   */
  CompletionStage<Map<String, Spread>> spreads();

  /**
   * Has all nodes hear, with their next heartbeat, over how many shards a service is to be spread.
   *
   * @param shards 1 to {@link QueueName#MOST_SHARDS}
   */
  CompletionStage<Spread> spread(String service, int shards);

  /**
   * How a service is spread.
   *
   * @param shards over how many shards its callers spread their calls
   * @param most how many there ever were: in those that are none any longer requests may wait
   * @param sinceMillis when that was said last, in milliseconds of the broker's clock
   */
  record Spread(int shards, int most, long sinceMillis) {

    /** One that is within its bounds, whatever was said. */
    public static Spread of(int shards, int most, long sinceMillis) {
      int bounded = Math.max(1, Math.min(shards, QueueName.MOST_SHARDS));
      return new Spread(
          bounded, Math.max(bounded, Math.min(most, QueueName.MOST_SHARDS)), sinceMillis);
    }
  }

  /**
   * A node's right to its name.
   *
   * @param node its id
   * @param card what it says of itself, the same bytes each time
   * @param lease how long the card stays up
   * @param shared whether the node joins beside another of its name, whose card then stays up
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Claim(String node, byte[] card, Duration lease, boolean shared) {}

  /**
   * What came of a claim.
   *
   * @param rival another card that is up under the node's name; null if there is none
   * @param fresh whether the card was put up now, and not only renewed
   * @param gone whose time has ended, and who are not forgotten yet
   * @param paused which services are paused, each with what was said of it; null if the broker has
   *     not been asked
   * @param spreads how services are spread; null if the broker has not been asked
   */
  record JoinResult(
      @Nullable Competitor rival,
      boolean fresh,
      List<Gone> gone,
      @Nullable Map<String, byte[]> paused,
      @Nullable Map<String, Spread> spreads) {

    /** The card is up as it was. */
    public static final JoinResult KEPT = new JoinResult(null, false, List.of(), null, null);
  }

  /**
   * Another card under the same name.
   *
   * @param card what it says
   * @param left how long it stays up if nobody renews it; negative for ever
   * @param alive whether its node is known to be alive; if not, it may have died just now
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Competitor(byte[] card, Duration left, boolean alive) {}

  /**
   * A node that has not renewed its card in time.
   *
   * @param node its id
   * @param since for how long it has been late
   */
  record Gone(String node, Duration since) {}

  /**
   * What is known of all nodes together.
   *
   * @param nodes how many have a time that has not ended, whether they have a card or not
   * @param next for how long the first of these stays if nobody renews it; null if there is none
   * @param late whose time has ended, and who are not forgotten yet; some at most
   */
  record Census(int nodes, @Nullable Duration next, List<String> late) {}

  /**
   * A card that is up.
   *
   * @param node whose it is
   * @param card what it says
   * @param left how long it stays up if nobody renews it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Seen(String node, byte[] card, Duration left) {}
}
