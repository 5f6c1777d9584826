package io.callbox.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Deque;
import java.util.LinkedList;
import org.jspecify.annotations.Nullable;

/** Reads {@code Queue} and {@code Deque} from an array, its head first; {@link Lists} writes. */
public final class Queues {

  private Queues() {}

  /** Reads a queue, which the caller owns and may change. */
  @SuppressWarnings("JdkObsolete") // ArrayDeque takes no null elements and is equal to none
  public static <T extends @Nullable Object> Deque<T> read(
      JsonParser in, ValueReader<? extends T> element) throws IOException {
    LinkedList<T> queue = new LinkedList<>();
    Lists.readInto(queue, in, element);
    return queue;
  }
}
