package io.callbox.durable;

import io.callbox.internal.wire.MethodPattern;
import io.callbox.internal.wire.NamePattern;
import io.callbox.rpc.CallStatus.State;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Selects durable calls; programs, the command line and the console use the same filter. Immutable:
 * each setter gives a copy.
 *
 * <pre>{@code
 * CallFilter failed = CallFilter.ALL.inState(State.FAILED).ofMethod("build*");
 * node.submittedCalls("Reports").list(failed, 100);
 * }</pre>
 */
public final class CallFilter implements Predicate<SubmittedCall> {

  /** The maximum length of a text, in characters. */
  public static final int LONGEST_TEXT = NamePattern.LONGEST_TEXT;

  /** Accepts all durable calls. */
  public static final CallFilter ALL = new CallFilter(null, null, null);

  private final @Nullable State state;
  private final @Nullable MethodPattern method;
  private final @Nullable String service;

  private CallFilter(
      @Nullable State state, @Nullable MethodPattern method, @Nullable String service) {
    this.state = state;
    this.method = method;
    this.service = service;
  }

  /** Accepts only calls in this state. */
  public CallFilter inState(State wanted) {
    return new CallFilter(wanted, method, service);
  }

  /**
   * Accepts only calls of this method.
   *
   * @param name the whole name, with the service and a dot, or without both; {@code *} stands for
   *     any text, and case does not matter. Without a dot, it is compared with the method's own
   *     name only. Empty for any method
   * @throws IllegalArgumentException if it is longer than {@link #LONGEST_TEXT}
   */
  public CallFilter ofMethod(String name) {
    return new CallFilter(state, name.isEmpty() ? null : MethodPattern.of(name), service);
  }

  /**
   * Sets the service of the calls, because a call does not name its service. The service in the
   * name of a method is compared with this one; without this step, it is ignored.
   */
  public CallFilter ofService(String name) {
    return new CallFilter(state, method, name);
  }

  /** Returns whether it accepts every call. */
  public boolean isAll() {
    return state == null && method == null;
  }

  @Override
  public boolean test(SubmittedCall call) {
    return (state == null || state == call.state()) && isOfMethod(call.method());
  }

  private boolean isOfMethod(String name) {
    if (method == null) {
      return true;
    }
    return service == null ? method.matchesOwn(name) : method.matches(service + '.' + name);
  }
}
