package io.callbox.internal.gateway.console;

import java.util.HashMap;
import java.util.Map;

/**
 * The sessions that were signed out before their end. It stores up to 1,000 of each caller; if
 * there are more, all sessions of this caller that end no later than the earliest of them have
 * ended too. So a session that was signed out never becomes valid again, and no caller can end
 * sessions of another. Safe for use by many threads.
 */
final class EndedSessions {

  private static final int MOST_OF_A_CALLER = 1_000;

  /** The ended sessions of one caller. Times are in milliseconds since 1970. */
  private static final class Ended {

    private final Map<String, Long> ends = new HashMap<>();

    /** All sessions that end until then have ended. */
    private long all = Long.MIN_VALUE;

    boolean contains(String id, long end) {
      return end <= all || ends.containsKey(id);
    }

    void add(String id, long end) {
      ends.put(id, end);
      if (ends.size() > MOST_OF_A_CALLER) {
        all = ends.values().stream().mapToLong(Long::longValue).min().orElse(all);
        removeUntil(all);
      }
    }

    boolean isOver(long now) {
      removeUntil(now);
      return ends.isEmpty() && all <= now;
    }

    private void removeUntil(long time) {
      ends.values().removeIf(end -> end <= time);
    }
  }

  /** By the name of the caller; guarded by this. */
  private final Map<String, Ended> callers = new HashMap<>();

  /**
   * Returns whether a session was signed out.
   *
   * @param end its end, in milliseconds since 1970
   */
  synchronized boolean contains(String caller, String id, long end) {
    Ended ended = callers.get(caller);
    return ended != null && ended.contains(id, end);
  }

  /**
   * Adds a session that is signed out.
   *
   * @param end its end, in milliseconds since 1970
   */
  synchronized void add(String caller, String id, long end) {
    callers.computeIfAbsent(caller, name -> new Ended()).add(id, end);
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
