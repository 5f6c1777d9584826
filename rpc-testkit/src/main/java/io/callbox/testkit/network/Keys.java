package io.callbox.testkit.network;

import io.callbox.transport.QueueName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the node of a queue by the queue's name. */
final class Keys {

  private static final Pattern INBOX = Pattern.compile("(?:[^:]+:)?nodes:([^:]+)");
  private static final Pattern REPLIES = Pattern.compile("(?:[^:]+:)?replies:([^:]+):[^:]+");

  private Keys() {}

  /** Returns the node whose inbox this is; null if it is none. */
  static @Nullable String inboxOf(QueueName queue) {
    return firstGroup(INBOX, queue);
  }

  /** Returns the node whose reply queue this is; null if it is none. */
  static @Nullable String repliesOf(QueueName queue) {
    return firstGroup(REPLIES, queue);
  }

  static boolean isReplies(QueueName queue) {
    return queue.key().contains("replies:") && repliesOf(queue) != null;
  }

  private static @Nullable String firstGroup(Pattern pattern, QueueName queue) {
    Matcher matcher = pattern.matcher(queue.key());
    return matcher.matches() ? matcher.group(1) : null;
  }
}
