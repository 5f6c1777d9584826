package io.callbox.registry;

import java.time.Instant;

/**
 * A paused service: no node begins its requests until it is resumed. Immutable.
 *
 * @param service its wire name
 * @param callers the treatment of calls to it
 * @param since the time when it was paused, by the broker's clock; the epoch if unknown
 * @param by the node that paused it; empty if unknown
 */
public record PausedService(String service, PauseMode callers, Instant since, String by) {}
