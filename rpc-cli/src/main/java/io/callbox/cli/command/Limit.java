package io.callbox.cli.command;

import picocli.CommandLine.Option;

/** The maximum number of lines of a list. */
final class Limit {

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many at most; 50 by default.")
  private int limit;

  /** Returns the value, at least 1. */
  int value() {
    if (limit < 1) {
      throw Refusal.misuse("--limit is at least 1, got " + limit, "");
    }
    return limit;
  }
}
