package io.callbox.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What one take brings, as a list. */
public final class Taking {

  private Taking() {}

  public static List<Delivery> take(QueueConsumer consumer, int max, Duration wait) {
    List<Delivery> taken = Collections.synchronizedList(new ArrayList<>());
    int count = consumer.take(max, wait, taken::addAll);
    if (count != taken.size()) {
      throw new AssertionError(count + " said to be handed over, " + taken.size() + " were");
    }
    return List.copyOf(taken);
  }
}
