package io.callbox.internal.gateway.calls;

import io.callbox.gateway.access.RequestHead;
import io.callbox.rpc.CallOptions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the HTTP headers that apply to the calls in a body: their timeout and their trace. */
public final class CallHeaders {

  /** The timeout of the calls, in the form of {@code @RemoteMethod}: {@code 250ms}, {@code 2s}. */
  public static final String TIMEOUT = "callbox-timeout";

  private static final List<String> CARRIED = List.of("traceparent", "tracestate", "baggage");
  private static final Pattern SPAN = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

  private CallHeaders() {}

  /**
   * Returns the options that the caller sets.
   *
   * @throws IllegalArgumentException if the timeout is malformed
   */
  public static CallOptions options(RequestHead head) {
    CallOptions options = CallOptions.DEFAULT;
    for (String name : CARRIED) {
      String value = head.header(name);
      if (value != null) {
        options = options.withHeader(name, value);
      }
    }
    String timeout = head.header(TIMEOUT);
    return timeout == null ? options : options.withTimeout(timeout(timeout));
  }

  private static Duration timeout(String text) {
    Matcher matcher = SPAN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "Callbox-Timeout is a whole number and one of ms, s, m, h: for example 250ms or 2s");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }
}
