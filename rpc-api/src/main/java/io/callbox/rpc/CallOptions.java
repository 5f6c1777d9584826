package io.callbox.rpc;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sets for its calls. Immutable: each setter gives a copy.
 *
 * @param timeout how long to wait; null: as long as the method, else the node says
 * @param headers what travels along with the call
 */
public record CallOptions(@Nullable Duration timeout, Map<String, String> headers) {

  /** Nothing set. */
  public static final CallOptions DEFAULT = new CallOptions(null, Map.of());

  /** A copy with this timeout. */
  public CallOptions withTimeout(Duration newTimeout) {
    if (newTimeout.isNegative() || newTimeout.isZero()) {
      throw new IllegalArgumentException("a timeout must be positive, got " + newTimeout);
    }
    return new CallOptions(newTimeout, headers);
  }

  /** A copy with this header set; an earlier value of the same name is replaced. */
  public CallOptions withHeader(String name, String value) {
    Map<String, String> copy = new LinkedHashMap<>(headers);
    copy.put(name, value);
    return new CallOptions(timeout, Map.copyOf(copy));
  }

  /** A copy with these headers instead. */
  public CallOptions replacingHeaders(Map<String, String> newHeaders) {
    return new CallOptions(timeout, Map.copyOf(newHeaders));
  }
}
