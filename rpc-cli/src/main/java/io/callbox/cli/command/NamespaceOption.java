package io.callbox.cli.command;

import picocli.CommandLine.Option;

/** The namespace of the nodes. */
final class NamespaceOption {

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NS",
      defaultValue = "${env:CALLBOX_NAMESPACE:-}",
      description = "The namespace of the nodes; none by default.")
  private String value = "";

  /** Returns its name; empty for none. */
  String value() {
    return value;
  }
}
