package io.callbox.cli.command;

import picocli.CommandLine.Option;

/** How many lines a list has at most. */
final class Limit {

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many at most; 50 by default.")
  private int limit;

  /** At least 1. */
  int value() {
    if (limit < 1) {
      throw Refusal.misuse("--limit is at least 1, got " + limit, "");
    }
    return limit;
  }
}
