package io.callbox.transport.memory;

import io.callbox.transport.Portion;
import io.callbox.transport.QueueName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lists by name, as in Redis: an empty list does not exist. Use it only under its lock. */
final class MemoryLists {

  /** Guards the lists: threads that push race with threads that take. */
  final ReentrantLock lock = new ReentrantLock();

  /** Signalled whenever a list has grown. */
  final Condition grown = lock.newCondition();

  private final Map<QueueName, Deque<byte[]>> lists = new HashMap<>();

  /** Runs a step under the lock; the step is complete when this returns. */
  <T extends @Nullable Object> CompletionStage<T> locked(Supplier<T> step) {
    lock.lock();
    try {
      return CompletableFuture.completedFuture(step.get());
    } finally {
      lock.unlock();
    }
  }

  void pushLeft(QueueName name, byte[] message) {
    lists.computeIfAbsent(name, absent -> new ArrayDeque<>()).addFirst(message);
    grown.signalAll();
  }

  /** Does the same; if there are more than {@code most} messages, the oldest are dropped. */
  void pushLeft(QueueName name, byte[] message, int most) {
    pushLeft(name, message);
    while (size(name) > most) {
      popRight(name);
    }
  }

  void pushRight(QueueName name, byte[] message) {
    lists.computeIfAbsent(name, absent -> new ArrayDeque<>()).addLast(message);
    grown.signalAll();
  }

  byte @Nullable [] popRight(QueueName name) {
    Deque<byte[]> list = lists.get(name);
    byte[] message = list == null ? null : list.pollLast();
    dropIfEmpty(name, list);
    return message;
  }

  /** Returns whether there is a message with these bytes. */
  boolean contains(QueueName name, byte[] message) {
    Deque<byte[]> list = lists.get(name);
    return list != null && list.stream().anyMatch(each -> Arrays.equals(each, message));
  }

  /** Removes the right-most message with these bytes. Returns whether there was one. */
  boolean remove(QueueName name, byte[] message) {
    Deque<byte[]> list = lists.get(name);
    if (list == null) {
      return false;
    }
    Iterator<byte[]> fromRight = list.descendingIterator();
    while (fromRight.hasNext()) {
      if (Arrays.equals(fromRight.next(), message)) {
        fromRight.remove();
        dropIfEmpty(name, list);
        return true;
      }
    }
    return false;
  }

  /** Replaces a message with these bytes. Returns whether there was one. */
  boolean replace(QueueName name, byte[] message, byte @Nullable [] instead) {
    Deque<byte[]> list = lists.getOrDefault(name, new ArrayDeque<>());
    Deque<byte[]> replaced = new ArrayDeque<>();
    boolean there = false;
    for (byte[] each : list) {
      boolean found = !there && Arrays.equals(each, message);
      there |= found;
      if (!found) {
        replaced.addLast(each);
      } else if (instead != null) {
        replaced.addLast(instead);
      }
    }
    lists.put(name, replaced);
    dropIfEmpty(name, replaced);
    return there;
  }

  List<byte[]> content(QueueName name) {
    return List.copyOf(lists.getOrDefault(name, new ArrayDeque<>()));
  }

  List<byte[]> oldestFirst(QueueName name) {
    List<byte[]> oldestFirst = new ArrayList<>(content(name));
    Collections.reverse(oldestFirst);
    return oldestFirst;
  }

  static List<byte[]> portion(List<byte[]> all, int from, int most) {
    return portion(all, from, most, Portion.BYTES);
  }

  /**
   * Returns messages from an index on.
   *
   * @param most the maximum number
   * @param bytes the number of bytes after which no further message follows
   */
  static List<byte[]> portion(List<byte[]> all, int from, int most, int bytes) {
    List<byte[]> portion = new ArrayList<>();
    long left = bytes;
    for (int index = from; index < all.size() && portion.size() < most && left > 0; index++) {
      portion.add(all.get(index));
      left -= all.get(index).length;
    }
    return portion;
  }

  int size(QueueName name) {
    Deque<byte[]> list = lists.get(name);
    return list == null ? 0 : list.size();
  }

  private void dropIfEmpty(QueueName name, @Nullable Deque<byte[]> list) {
    if (list != null && list.isEmpty()) {
      lists.remove(name);
    }
  }
}
