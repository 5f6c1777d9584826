package io.callbox.registry;

import java.time.Instant;

/**
 * A service that is paused: nobody begins its requests until it is resumed. Immutable.
 *
 * @param service its wire name
 * @param callers what becomes of its callers
 * @param since when it was paused, by the broker's clock; the epoch if that is not known
 * @param by the node that paused it; empty if that is not known
 */
public record PausedService(String service, PauseMode callers, Instant since, String by) {}
