package io.callbox.testkit.network;

import io.callbox.transport.BrokerClock;
import java.util.ArrayList;
import java.util.List;

/**
 * What has happened, in its order, each with its virtual time. Names calls by their caller and
 * their number, which are the same in each run. Safe for use by many threads.
 */
final class Trace {

  private final BrokerClock clock;
  private final boolean on;
  private final List<String> lines = new ArrayList<>();

  /** One that records, or one that is to cost nothing. */
  Trace(BrokerClock clock, boolean on) {
    this.clock = clock;
    this.on = on;
  }

  /** Something has happened to a request. */
  void request(byte[] message, String what, String where) {
    if (!on) {
      return;
    }
    Envelope envelope = Envelope.of(message);
    String call =
        envelope.id().isEmpty() ? envelope.method() : name(envelope.from(), envelope.id());
    add(call + " request " + what + ' ' + where);
  }

  /** Something has happened to the reply to a call of this caller's. */
  void reply(byte[] message, String caller, String what, String where) {
    if (!on) {
      return;
    }
    add(name(caller, Envelope.of(message).id()) + " reply " + what + ' ' + where);
  }

  /** Anything else. */
  synchronized void add(String line) {
    lines.add(clock.nanoTime() + " " + line);
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  private static String name(String caller, String id) {
    return caller + '#' + CallKey.of(caller, id).number();
  }
}
