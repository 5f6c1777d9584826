package io.callbox.testkit.network;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.BrokerClock;
import java.util.ArrayList;
import java.util.List;

/**
 * The events in their order, each with its virtual time. It names calls by their caller and their
 * number, which are the same in each run. Safe for use by many threads.
 */
final class Trace {

  private final BrokerClock clock;
  private final boolean on;

  /** The monitor guards them: threads of all nodes race to add lines. */
  @GuardedBy("this")
  private final List<String> lines = new ArrayList<>();

  /** Creates a trace that records, or one that costs nothing. */
  Trace(BrokerClock clock, boolean on) {
    this.clock = clock;
    this.on = on;
  }

  /** Adds an event of a request. */
  void request(byte[] message, String what, String where) {
    if (!on) {
      return;
    }
    Envelope envelope = Envelope.of(message);
    String call =
        envelope.id().isEmpty() ? envelope.method() : name(envelope.from(), envelope.id());
    add(call + " request " + what + ' ' + where);
  }

  /** Adds an event of the reply to a call of this caller. */
  void reply(byte[] message, String caller, String what, String where) {
    if (!on) {
      return;
    }
    add(name(caller, Envelope.of(message).id()) + " reply " + what + ' ' + where);
  }

  /** Adds any other event. */
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
