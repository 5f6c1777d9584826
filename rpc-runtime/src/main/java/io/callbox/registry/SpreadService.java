package io.callbox.registry;

import java.time.Instant;

/**
 * A service that is spread over several queues, its shards, or was. Immutable.
 *
 * @param service its wire name
 * @param shards over how many shards its callers spread their calls; 1 for its own queue alone
 * @param most how many there ever were
 * @param since when the number was said last, by the broker's clock; the epoch if that is not known
 */
public record SpreadService(String service, int shards, int most, Instant since) {}
