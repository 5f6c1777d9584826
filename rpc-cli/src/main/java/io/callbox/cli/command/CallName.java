package io.callbox.cli.command;

import picocli.CommandLine.Parameters;

/** The durable call that a command uses. */
final class CallName {

  @Parameters(index = "0", paramLabel = "SERVICE", description = "The service.")
  private String service = "";

  @Parameters(index = "1", paramLabel = "ID", description = "As 'callbox calls ls' shows it.")
  private String id = "";

  String service() {
    return service;
  }

  String id() {
    return id;
  }

  /** Returns a refusal: there is no such call, or no such service. */
  Refusal gone(Connection connection) {
    Known known = new Known(connection);
    return Refusal.no(
        "There is no call '" + id + "': it was never submitted, or is kept no longer.",
        known.isServed(service)
            ? "callbox calls ls " + service
            : known.unserved(service, null).sentence());
  }
}
