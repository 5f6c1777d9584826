package io.callbox.testkit.scale;

import java.util.EnumMap;
import java.util.Map;

/** A master: one thread, which runs one step after the other. Belongs to its simulation. */
final class Master {

  private final Map<Task, Double> busy = new EnumMap<>(Task.class);
  private double freeAt;

  /**
   * Runs a step.
   *
   * @param at the time of the request, in microseconds
   * @param micros its duration
   * @return the time when it is done, after all earlier steps
   */
  double serve(Task task, double at, double micros) {
    busy.merge(task, micros, Double::sum);
    freeAt = Math.max(freeAt, at) + micros;
    return freeAt;
  }

  double busyMicros(Task task) {
    return busy.getOrDefault(task, 0.0);
  }
}
