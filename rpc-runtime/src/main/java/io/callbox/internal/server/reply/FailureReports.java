package io.callbox.internal.server.reply;

import io.callbox.internal.wire.Request;
import io.callbox.log.MessageLog;
import io.callbox.rpc.CallIds;
import io.callbox.rpc.MethodDescriptor;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs each undeclared exception of an implementation once, with its stack, up to a number of lines
 * a minute, and returns the message for the caller. The exception's own message is for readers of
 * the log: a caller receives the id of the log line, unless the node exposes failures.
 *
 * <p>Safe for use by many threads.
 */
public final class FailureReports {

  private static final Logger LOG = LoggerFactory.getLogger(FailureReports.class);

  private final String node;
  private final Terms terms;
  private final MessageLog log;

  public FailureReports(String node, Terms terms, LongSupplier nanoTime) {
    this.node = node;
    this.terms = terms;
    this.log = MessageLog.of(LOG, "error {}: {} failed, call {} of {}", terms.perMinute, nanoTime);
  }

  /**
   * The terms for failures.
   *
   * @param exposed whether callers receive their messages
   * @param level the level of the lines
   * @param perMinute the maximum number of lines a minute; 0 for none
   */
  public record Terms(boolean exposed, Level level, int perMinute) {

    /**
     * Callers do not receive messages; the log contains them as warnings, at most sixty a minute.
     */
    public static final Terms DEFAULT = new Terms(false, Level.WARN, 60);
  }

  /** Logs a failure if necessary. Returns the message for its caller. */
  public String of(MethodDescriptor<?> method, Request request, Throwable failure) {
    boolean unexpected = Failures.isUnexpected(method, failure);
    String error = unexpected || request.id() == null ? logged(method, request, failure) : null;
    return !unexpected || terms.exposed ? Failures.message(failure) : hidden(method, error);
  }

  private String hidden(MethodDescriptor<?> method, @Nullable String error) {
    return error == null
        ? method + ": internal error, " + reasonNotLogged()
        : method + ": internal error " + error + ", see the log of node " + node;
  }

  private String reasonNotLogged() {
    if (terms.perMinute == 0) {
      return "which node " + node + " is told not to log";
    }
    return LOG.isEnabledForLevel(terms.level)
        ? "one of too many for the log of node " + node
        : "which node "
            + node
            + " does not log: it has no SLF4J provider, or that writes no line of level "
            + terms.level;
  }

  /** Returns the id of the line; null if there is none. */
  private @Nullable String logged(MethodDescriptor<?> method, Request request, Throwable failure) {
    long number = ThreadLocalRandom.current().nextLong(1L << 40);
    String error = Long.toString(number, Character.MAX_RADIX).toUpperCase(Locale.ROOT);
    String id = request.id() == null ? "without id" : CallIds.forLog(request.id().text());
    String caller = request.from() == null ? "an unnamed caller" : request.from();
    return log.write(terms.level, failure, error, method, id, caller) ? error : null;
  }
}
