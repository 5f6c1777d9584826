package io.callbox.internal.wire;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The address of the response to a request, and the time for which its caller waits. */
public interface ReplyAddress {

  /** Returns the id of the response; null for a notification, or if no id could be read. */
  @Nullable RequestId id();

  /** Returns the reply list that the request names; null if it names none. */
  @Nullable String replyTo();

  /**
   * Returns the node that calls, if the request names it; the response goes to no other node's
   * list.
   */
  @Nullable String from();

  /**
   * Returns the time when the caller stops waiting, in milliseconds of Redis's clock; 0 for never.
   */
  long deadline();

  /**
   * Returns whether responses to both go to the same place, and callers wait for both until the
   * same time.
   */
  default boolean isSameAs(ReplyAddress other) {
    return Objects.equals(id(), other.id())
        && Objects.equals(replyTo(), other.replyTo())
        && Objects.equals(from(), other.from())
        && deadline() == other.deadline();
  }
}
