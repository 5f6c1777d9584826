/**
 * Takes messages from queues: asks for many, or waits for the next one.
 *
 * <p>These classes avoid some limits of Redisson, and give the reason where they do: whole seconds
 * only, a count of a pop no smaller than its timeout in seconds, no interrupt and no cancel of a
 * blocking pop, and no shutdown while one is outstanding.
 *
 * <p>Start reading at {@link io.callbox.internal.redisson.take.Consumers}, then {@link
 * io.callbox.internal.redisson.take.AcknowledgingConsumer}.
 */
@NullMarked
package io.callbox.internal.redisson.take;

import org.jspecify.annotations.NullMarked;
