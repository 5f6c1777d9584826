package io.callbox.rpc;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a call. Immutable: each setter returns a copy.
 *
 * @param timeout how long to wait; null for the method's timeout, or else the node's
 * @param headers the headers of the call
 */
public record CallOptions(@Nullable Duration timeout, Map<String, String> headers) {

  /** No options. */
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
