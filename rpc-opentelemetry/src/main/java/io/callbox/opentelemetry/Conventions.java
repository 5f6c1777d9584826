package io.callbox.opentelemetry;

import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.Outcome;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry's names for remote calls that are used: the stable ones of the semantic conventions
 * 1.45, for JSON-RPC; also those of 1.37 if {@code OTEL_SEMCONV_STABILITY_OPT_IN} contains {@code
 * rpc/dup}. Keys are made once, because a new key for each span would cost time in each call.
 */
enum Conventions {
  STABLE,
  STABLE_AND_OLD;

  static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  private static final AttributeKey<String> SYSTEM_NAME = AttributeKey.stringKey("rpc.system.name");
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("rpc.method");
  private static final AttributeKey<String> VERSION =
      AttributeKey.stringKey("jsonrpc.protocol.version");
  private static final AttributeKey<String> STATUS_CODE =
      AttributeKey.stringKey("rpc.response.status_code");

  private static final AttributeKey<String> OLD_SYSTEM = AttributeKey.stringKey("rpc.system");
  private static final AttributeKey<String> OLD_SERVICE = AttributeKey.stringKey("rpc.service");
  private static final AttributeKey<Long> OLD_CODE = AttributeKey.longKey("rpc.jsonrpc.error_code");
  private static final AttributeKey<String> OLD_VERSION =
      AttributeKey.stringKey("rpc.jsonrpc.version");

  /**
   * Returns the names that the environment, or the system property of the same meaning, chooses.
   */
  static Conventions chosen() {
    String property = System.getProperty("otel.semconv-stability.opt-in");
    return of(property != null ? property : System.getenv("OTEL_SEMCONV_STABILITY_OPT_IN"));
  }

  /** Returns the names that a comma-separated list chooses; null for no list. */
  static Conventions of(@Nullable String optIn) {
    String[] chosen = Objects.requireNonNullElse(optIn, "").split(",", -1);
    return Arrays.stream(chosen).map(String::strip).anyMatch("rpc/dup"::equals)
        ? STABLE_AND_OLD
        : STABLE;
  }

  /** Returns whether the old names are used, too. */
  boolean isOldToo() {
    return this == STABLE_AND_OLD;
  }

  /**
   * Returns the attributes of a call at its beginning. There is no {@code jsonrpc.request.id},
   * because a program that knows the id of a call can cancel it.
   */
  Attributes before(MethodDescriptor<?> method) {
    AttributesBuilder attributes =
        Attributes.builder()
            .put(SYSTEM_NAME, "jsonrpc")
            .put(METHOD, method.fullName())
            .put(VERSION, "2.0");
    if (isOldToo()) {
      attributes
          .put(OLD_SYSTEM, "jsonrpc")
          .put(OLD_SERVICE, method.service())
          .put(OLD_VERSION, "2.0");
    }
    return attributes.build();
  }

  /** Returns the attributes of a call at its end: none if it succeeded. */
  Attributes after(Outcome outcome) {
    if (outcome.status() == null) {
      return Attributes.empty();
    }
    int code = outcome.status().code();
    AttributesBuilder attributes = Attributes.builder().put(STATUS_CODE, String.valueOf(code));
    if (isOldToo()) {
      attributes.put(OLD_CODE, (long) code);
    }
    if (outcome.kind() == Outcome.Kind.FAILED) {
      attributes.put(ERROR, outcome.statusName());
    }
    return attributes.build();
  }
}
