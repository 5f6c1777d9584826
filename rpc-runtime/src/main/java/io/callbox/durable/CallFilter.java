package io.callbox.durable;

import io.callbox.internal.wire.NamePattern;
import io.callbox.rpc.CallStatus.State;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which durable calls are meant: the same for programs, the command line and the console.
 * Immutable: each setter gives a copy.
 *
 * <pre>{@code
 * CallFilter failed = CallFilter.ALL.inState(State.FAILED).ofMethod("build*");
 * node.submittedCalls("Reports").list(failed, 100);
 * }</pre>
 */
public final class CallFilter implements Predicate<SubmittedCall> {

  /** How long a text may be, in characters. */
  public static final int LONGEST_TEXT = 256;

  /** All durable calls. */
  public static final CallFilter ALL = new CallFilter(null, null);

  private final @Nullable State state;
  private final @Nullable NamePattern method;

  private CallFilter(@Nullable State state, @Nullable NamePattern method) {
    this.state = state;
    this.method = method;
  }

  /** Only those in this state. */
  public CallFilter inState(State wanted) {
    return new CallFilter(wanted, method);
  }

  /**
   * Only those of this method.
   *
   * @param name the whole name, with its service's or without; {@code *} in it stands for any text,
   *     and case does not matter. Empty for any method
   * @throws IllegalArgumentException if it is longer than {@link #LONGEST_TEXT}
   */
  public CallFilter ofMethod(String name) {
    if (name.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException("'method' is longer than " + LONGEST_TEXT + " characters");
    }
    String own = name.substring(name.lastIndexOf('.') + 1);
    return new CallFilter(state, name.isEmpty() ? null : NamePattern.of(own));
  }

  /** Whether it lets everything through. */
  public boolean isAll() {
    return state == null && method == null;
  }

  @Override
  public boolean test(SubmittedCall call) {
    return (state == null || state == call.state())
        && (method == null || method.matches(call.method()));
  }
}
