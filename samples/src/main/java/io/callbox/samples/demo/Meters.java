package io.callbox.samples.demo;

import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/** Calls are counted and timed by service, method and status. */
final class Meters implements Step {

  private static final String CALLS = "callbox.client.calls";

  @Override
  public String title() {
    return "meters";
  }

  @Override
  public String show(Stage stage) {
    Collection<Timer> timers =
        stage.figures().registry().get(CALLS).tag("service", "Arith").timers();
    Stage.expect(counted(timers, "OK") > 0, "calls that went well, got " + timers);
    return "%s of Arith: %d went well, %d failed, the slowest took %.0f ms"
        .formatted(
            CALLS,
            counted(timers, "OK"),
            timers.stream().mapToLong(Timer::count).sum() - counted(timers, "OK"),
            timers.stream().mapToDouble(timer -> timer.max(TimeUnit.MILLISECONDS)).max().orElse(0));
  }

  private static long counted(Collection<Timer> timers, String status) {
    return timers.stream()
        .filter(timer -> status.equals(timer.getId().getTag("status")))
        .mapToLong(Timer::count)
        .sum();
  }
}
