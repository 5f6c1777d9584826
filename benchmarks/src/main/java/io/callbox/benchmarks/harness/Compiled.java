package io.callbox.benchmarks.harness;

import io.callbox.benchmarks.driver.Fields;
import io.callbox.benchmarks.driver.Sources;
import java.nio.file.Path;
import java.util.List;

/**
 * The cost of a compilation: the first in a new process, as in a build, and one after others, as in
 * a daemon.
 *
 * @param cold the first
 * @param warm the last
 */
public record Compiled(Cost cold, Cost warm) {

  private static final int COMPILATIONS = 4;

  /**
   * The cost of one compilation.
   *
   * @param cpuMillis milliseconds of processor time of all threads of the process, including those
   *     that compile and collect garbage
   * @param millis milliseconds on the clock
   */
  public record Cost(double cpuMillis, double millis) {

    private static Cost of(Child compiler) {
      Fields answer = compiler.ask("compile=1");
      return new Cost(answer.number("cpu") / 1_000, answer.number("wall") / 1_000);
    }
  }

  /** Compiles several times in a new process. */
  public static Compiled of(Path folder, Sources.Way way) {
    try (Child compiler =
        Child.start(
            List.of("javac", folder.toString(), way.name()),
            "-Dbench.processor=" + Sources.other())) {
      Cost cold = Cost.of(compiler);
      for (int between = 2; between < COMPILATIONS; between++) {
        Cost.of(compiler);
      }
      return new Compiled(cold, Cost.of(compiler));
    }
  }
}
