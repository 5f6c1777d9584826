package io.callbox.samples.cli;

import java.io.PrintStream;
import java.util.List;

/** One of the program's commands. */
@FunctionalInterface
public interface Command {

  /**
   * Runs to the end.
   *
   * @param args what follows the command's name
   * @param out takes results
   * @param err takes what went wrong
   * @return the exit code
   * @throws UsageException if {@code args} make no sense
   */
  int run(List<String> args, PrintStream out, PrintStream err) throws Exception;
}
