package io.callbox.internal.gateway.console;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * The sessions that were signed out before their end, within bounds.
 *
 * <p>It stores up to 1,000 of each caller; if there are more, all sessions of this caller that end
 * no later than the earliest of them have ended too. It stores 20,000 sessions and callers
 * together; if there are more, the caller with most gives up the earliest. Only if each has a
 * single one left, all sessions of all callers that end no later than the earliest have ended too:
 * 10,000 callers must have signed out for that while one session lasts.
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

    /** All sessions that end until then have ended. */
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

  /** By the name of the caller; guarded by this. */
  private final Map<String, Ended> callers = new HashMap<>();

  /** All sessions of all callers that end until then have ended; guarded by this. */
  private long everybody = Long.MIN_VALUE;

  EndedSessions() {
    this(MOST_OF_A_CALLER, MOST);
  }

  /**
   * With other bounds.
   *
   * @param most how many sessions and callers it stores together
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

  /** How many sessions and callers are stored. */
  private int stored() {
    return callers.values().stream().mapToInt(each -> each.size() + 1).sum();
  }

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
