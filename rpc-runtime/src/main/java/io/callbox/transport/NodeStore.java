package io.callbox.transport;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Stores the cards of nodes. A card lasts for a while, in the broker's time, and heartbeats renew
 * it. The store does not read the content of cards.
 *
 * <p>Belongs to one namespace: see {@link Transport#members}. Each step is atomic, except {@link
 * #look}. Safe for use by many threads.
 */
public interface NodeStore {

  /**
   * Writes or renews a card. Does not overwrite another card of the same node that is still valid.
   */
  CompletionStage<JoinResult> join(Claim claim);

  /**
   * Checks whether the broker lets this node read the cards of others.
   *
   * @param node the node whose card is read: this node itself
   * @throws io.callbox.rpc.RpcException {@code PERMISSION_DENIED} if it does not
   */
  default void check(String node) {}

  /** Deletes a card and removes the node from the list, if this card is the valid one. */
  CompletionStage<@Nullable Void> leave(Claim claim);

  /** Reads all valid cards. The cost grows with the number of nodes. */
  CompletionStage<List<Seen>> look();

  /** Reads the valid cards of these nodes. The cost grows with the number of these nodes. */
  CompletionStage<List<Seen>> look(Collection<String> nodes);

  /** Counts the nodes. The cost is the same for any number. */
  CompletionStage<Census> census();

  /**
   * Removes a node whose lease has ended from the list, unless the lease has been renewed.
   *
   * @return whether this step has removed it
   */
  CompletionStage<Boolean> forget(String node);

  /**
   * Returns the paused services, each with the description of its pause.
   *
   * @return at most a thousand
   */
  CompletionStage<Map<String, byte[]>> paused();

  /** Pauses a service; all nodes learn of it with their next heartbeat. */
  CompletionStage<@Nullable Void> pause(String service, byte[] how);

  /**
   * Ends a pause.
   *
   * @return whether there was one
   */
  CompletionStage<Boolean> resume(String service);

  /**
   * Returns the shards of the services that are or were spread.
   *
   * @return at most a thousand
   */
  CompletionStage<Map<String, Spread>> spreads();

  /**
   * Sets the number of shards of a service; all nodes learn of it with their next heartbeat.
   *
   * @param shards 1 to {@link QueueName#MOST_SHARDS}
   */
  CompletionStage<Spread> spread(String service, int shards);

  /**
   * The shards of a service.
   *
   * @param shards the number of shards over which callers spread their calls
   * @param most the largest number that there ever was: requests may still wait in former shards
   * @param sinceMillis the time when the number was last set, in milliseconds of the broker's clock
   */
  record Spread(int shards, int most, long sinceMillis) {

    /** Returns these values, corrected to their bounds. */
    public static Spread of(int shards, int most, long sinceMillis) {
      int bounded = Math.max(1, Math.min(shards, QueueName.MOST_SHARDS));
      return new Spread(
          bounded, Math.max(bounded, Math.min(most, QueueName.MOST_SHARDS)), sinceMillis);
    }
  }

  /**
   * A node's claim to its id.
   *
   * @param node its id
   * @param card its card, the same bytes each time
   * @param lease the time for which the card is valid
   * @param shared whether the node may join beside another node with its id, whose card then stays
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Claim(String node, byte[] card, Duration lease, boolean shared) {}

  /**
   * The result of a claim.
   *
   * @param rival another valid card under the node's id; null if there is none
   * @param fresh whether the card was written now, and not only renewed
   * @param gone the nodes whose lease has ended and that are still in the list
   * @param paused the paused services, each with the description of its pause; null if the broker
   *     has not been asked
   * @param spreads the shards of services; null if the broker has not been asked
   */
  record JoinResult(
      @Nullable Competitor rival,
      boolean fresh,
      List<Gone> gone,
      @Nullable Map<String, byte[]> paused,
      @Nullable Map<String, Spread> spreads) {

    /** The card stays as it was. */
    public static final JoinResult KEPT = new JoinResult(null, false, List.of(), null, null);
  }

  /**
   * Another card under the same id.
   *
   * @param card its content
   * @param left the time for which it lasts without a renewal; negative for ever
   * @param alive whether its node is known to be alive; if not, the node may have just died
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Competitor(byte[] card, Duration left, boolean alive) {}

  /**
   * A node that has not renewed its card in time.
   *
   * @param node its id
   * @param since the time since the end of its lease
   */
  record Gone(String node, Duration since) {}

  /**
   * A summary of all nodes.
   *
   * @param nodes the number of nodes with a valid lease, with or without a card
   * @param next the time until the first of these leases ends; null if there is none
   * @param late some of the nodes whose lease has ended and that are still in the list
   */
  record Census(int nodes, @Nullable Duration next, List<String> late) {}

  /**
   * A valid card.
   *
   * @param node its node
   * @param card its content
   * @param left the time for which it lasts without a renewal
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Seen(String node, byte[] card, Duration left) {}
}
