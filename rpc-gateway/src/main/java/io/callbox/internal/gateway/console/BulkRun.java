package io.callbox.internal.gateway.console;

import io.callbox.deadletter.BulkProgress;
import io.callbox.gateway.access.Action;
import io.callbox.internal.gateway.calls.RawJson;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The progress of a run that replays or drops many dead letters of a service. One thread advances
 * it; any thread may read or stop it.
 */
final class BulkRun implements BulkProgress {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final String id;
  private final Action action;
  private final String service;
  private final Consumer<BulkRun> changed;
  private volatile int looked;
  private volatile int total;
  private volatile boolean stopped;
  private volatile String outcome = "";
  private long toldNanos = System.nanoTime(); // by the thread that advances it

  /**
   * Creates a run that has not begun.
   *
   * @param id the id that the requesting page has chosen
   * @param changed receives changes, at most five times a second
   */
  BulkRun(String id, Action action, String service, Consumer<BulkRun> changed) {
    this.id = id;
    this.action = action;
    this.service = service;
    this.changed = changed;
  }

  @Override
  public void at(int nowLooked, int nowTotal) {
    looked = nowLooked;
    total = nowTotal;
    long now = System.nanoTime();
    if (now - toldNanos >= PAUSE_NANOS) {
      toldNanos = now;
      changed.accept(this);
    }
  }

  @Override
  public boolean stops() {
    return stopped;
  }

  boolean is(Action wanted, String of, String named) {
    return action == wanted && service.equals(of) && id.equals(named);
  }

  /** Stops the run where it is. */
  void stop() {
    stopped = true;
  }

  boolean hasEnded() {
    return !outcome.isEmpty();
  }

  /** Ends the run with this outcome. */
  void end(String text) {
    outcome = text;
    changed.accept(this);
  }

  /** Returns the progress as JSON for pages. */
  byte[] bytes() {
    return RawJson.bytes(
        out -> {
          out.writeStartObject();
          out.writeStringField("id", id);
          out.writeStringField("action", action.name());
          out.writeStringField("service", service);
          out.writeNumberField("looked", looked);
          out.writeNumberField("total", total);
          out.writeBooleanField("stopped", stopped);
          out.writeStringField("outcome", outcome);
          out.writeEndObject();
        });
  }
}
