package io.callbox.internal.gateway.console;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * The sessions that were signed out before their end, in a bounded memory.
 *
 * <p>It stores up to 1,000 sessions of each caller. If a caller has more, it forgets the earliest
 * of them, and all sessions of this caller that end no later than that one count as signed out. It
 * stores 20,000 sessions and callers together. If there are more, it forgets the earliest session
 * of the caller with most in the same way. Only if each caller has a single session left, it
 * forgets the earliest one, and all sessions of all callers that end no later than that one count
 * as signed out. For this, 10,000 callers must have signed out during the life of one session.
 *
 * <p>So a session that was signed out never becomes valid again, and within the bounds no caller
 * can end sessions of another. Safe for use by many threads.
 */
final class EndedSessions {

  private static final int MOST_OF_A_CALLER = 1_000;
  private static final int MOST = 20_000;

  /** The ended sessions of one caller. Times are in milliseconds since 1970. */
  private static final class Ended {

    private final Map<String, Long> ends = new HashMap<>();

    /** The time until which all sessions count as ended: those that end no later. */
    private long all = Long.MIN_VALUE;

    boolean contains(String id, long end) {
      return end <= all || ends.containsKey(id);
    }

    void removeEarliest() {
      all = ends.values().stream().mapToLong(Long::longValue).min().orElse(all);
      removeUntil(all);
    }

    boolean isOver(long now) {
      removeUntil(now);
      return ends.isEmpty() && all <= now;
    }

    private void removeUntil(long time) {
      ends.values().removeIf(end -> end <= time);
    }

    int size() {
      return ends.size();
    }

    /** The end of the last session that is known to have ended. */
    long last() {
      return ends.values().stream().mapToLong(Long::longValue).max().orElse(all);
    }
  }

  private final int mostOfACaller;
  private final int most;

  /**
   * The sessions by the name of the caller. The monitor guards them: requests that show a session
   * race with those that sign out.
   */
  @GuardedBy("this")
  private final Map<String, Ended> callers = new HashMap<>();

  /** The time until which all sessions of all callers count as ended. */
  @GuardedBy("this")
  private long everybody = Long.MIN_VALUE;

  EndedSessions() {
    this(MOST_OF_A_CALLER, MOST);
  }

  /**
   * Creates it with other bounds.
   *
   * @param most the maximum number of sessions and callers that it stores together
   */
  EndedSessions(int mostOfACaller, int most) {
    this.mostOfACaller = mostOfACaller;
    this.most = most;
  }

  /**
   * Returns whether a session was signed out.
   *
   * @param end its end, in milliseconds since 1970
   */
  synchronized boolean contains(String caller, String id, long end) {
    Ended ended = callers.get(caller);
    return end <= everybody || (ended != null && ended.contains(id, end));
  }

  /**
   * Adds a session that is signed out.
   *
   * @param end its end, in milliseconds since 1970
   */
  synchronized void add(String caller, String id, long end) {
    Ended ended = callers.computeIfAbsent(caller, name -> new Ended());
    ended.ends.put(id, end);
    if (ended.size() > mostOfACaller) {
      ended.removeEarliest();
    }
    while (stored() > most) {
      removeOne();
    }
  }

  /** Returns the number of stored sessions and callers. */
  @GuardedBy("this")
  private int stored() {
    return callers.values().stream().mapToInt(each -> each.size() + 1).sum();
  }

  @GuardedBy("this")
  private void removeOne() {
    Ended largest = Collections.max(callers.values(), Comparator.comparingInt(Ended::size));
    if (largest.size() > 1) {
      largest.removeEarliest();
      return;
    }
    Map.Entry<String, Ended> first =
        Collections.min(
            callers.entrySet(), Comparator.comparingLong(each -> each.getValue().last()));
    everybody = Math.max(everybody, first.getValue().last());
    callers.remove(first.getKey());
  }

  /** Forgets the sessions that end until now, in milliseconds since 1970. */
  synchronized void removeOver(long now) {
    callers.values().removeIf(each -> each.isOver(now));
  }

  /** Returns the number of callers with ended sessions. */
  synchronized int callers() {
    return callers.size();
  }
}
