package io.callbox.samples.faults;

import java.util.List;

/**
 * Something that goes wrong while calls are made.
 *
 * @param name what it is chosen by
 * @param breaking what happens
 */
record Scenario(String name, Breaking breaking) {

  /** Runs a scenario on a bench of its own; gives no row if it cannot run here. */
  @FunctionalInterface
  interface Breaking {
    List<Row> run(Bench bench) throws Exception;
  }
}
