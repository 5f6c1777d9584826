package io.callbox.internal.gateway.console;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The names of the services that nodes served at an earlier look of the console, so that a service
 * whose last node has left is still shown with what waits for it. Remembers 100 names beside those
 * that are served now; beyond them it forgets those that it has known longest. Safe for use by many
 * threads: the monitor guards it, as the look for a page that opens races with the one before.
 */
final class SeenServices {

  /** The maximum number of names to remember beside those that are served. */
  static final int MOST = 100;

  @GuardedBy("this")
  private final Set<String> left = new LinkedHashSet<>();

  @GuardedBy("this")
  private Set<String> served = Set.of();

  /**
   * Takes note of the services that nodes serve now, and returns those that none serves any more.
   */
  synchronized Set<String> leftBy(Set<String> now) {
    left.addAll(served);
    left.removeAll(now);
    served = Set.copyOf(now);
    int over = left.size() - MOST;
    left.removeAll(left.stream().limit(Math.max(0, over)).toList());
    return Set.copyOf(left);
  }
}
