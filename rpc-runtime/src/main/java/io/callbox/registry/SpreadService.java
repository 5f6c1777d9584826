package io.callbox.registry;

import java.time.Instant;

/**
 * A service that is or was spread over several queues, its shards. Immutable.
 *
 * @param service its wire name
 * @param shards the number of shards over which callers spread their calls; 1 for its own queue
 *     only
 * @param most the largest number of shards that there ever was
 * @param since the time when the number was last set, by the broker's clock; the epoch if unknown
 */
public record SpreadService(String service, int shards, int most, Instant since) {}
