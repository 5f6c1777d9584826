package io.callbox.architecture;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/** Classes whose queues grow until the memory ends: the rule must find each but the last. */
final class BadQueues {

  private BadQueues() {}

  /** Leaves out the bound. */
  record OfTasks(LinkedBlockingQueue<Runnable> tasks) {
    OfTasks() {
      this(new LinkedBlockingQueue<>());
    }
  }

  /** Has a queue that cannot have one. */
  record OfNews(ConcurrentLinkedQueue<String> news) {
    OfNews() {
      this(new ConcurrentLinkedQueue<>());
    }
  }

  /** Has it made by another. */
  record OfNewsByReference(Supplier<ConcurrentLinkedQueue<String>> news) {
    OfNewsByReference() {
      this(ConcurrentLinkedQueue::new);
    }
  }

  /** Begins with a copy. */
  record OfCopies(LinkedBlockingDeque<String> copies) {
    OfCopies(List<String> from) {
      this(new LinkedBlockingDeque<>(from));
    }
  }

  /** Holds what is due later. */
  record OfWhatIsDue(DelayQueue<Delayed> due) {
    OfWhatIsDue() {
      this(new DelayQueue<>());
    }
  }

  /** Refuses the eleventh. */
  record Bounded(LinkedBlockingQueue<Runnable> tasks) {
    Bounded() {
      this(new LinkedBlockingQueue<>(10));
    }
  }
}
