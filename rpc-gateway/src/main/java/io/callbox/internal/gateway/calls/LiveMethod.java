package io.callbox.internal.gateway.calls;

import io.callbox.annotation.Sync;
import io.callbox.contract.model.ContractFormatException;
import io.callbox.contract.model.JsonObject;
import io.callbox.rpc.DeclaredException;
import io.callbox.rpc.DurablePolicy;
import io.callbox.rpc.MethodDescriptor;
import java.math.BigInteger;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A method that a node serves now. Immutable.
 *
 * @param described its description in the contract; only its name if there is no contract
 * @param descriptor calls it, and reads its result as JSON
 */
public record LiveMethod(JsonObject described, MethodDescriptor<String> descriptor) {

  /**
   * Creates a method from the contract of its service.
   *
   * @throws ContractFormatException if it is no method of the service, or cannot be read
   */
  static LiveMethod of(String service, JsonObject described) {
    String prefix = service + '.';
    String name =
        described
            .text("name")
            .filter(full -> full.startsWith(prefix))
            .map(full -> full.substring(prefix.length()))
            .orElseThrow(
                () -> new ContractFormatException("a method's name begins with " + prefix));
    MethodDescriptor.Builder builder = MethodDescriptor.named(service, name);
    if (described.isTrue("x-idempotent")) {
      builder.idempotent();
    }
    if (described.isTrue("x-oneway")) {
      builder.oneWay();
    }
    if (described.has("x-stream")) {
      builder.streaming();
    }
    described.text("x-timeout").flatMap(LiveMethod::duration).ifPresent(builder::timeout);
    if (described.has("x-durable")) {
      durable(described.object("x-durable")).ifPresent(builder::durable);
    }
    DeclaredException<?>[] exceptions =
        described.objects("errors").stream()
            .flatMap(error -> error.object("data").objects("oneOf").stream())
            .flatMap(each -> each.object("properties").object("type").text("const").stream())
            .map(LiveMethod::exception)
            .toArray(DeclaredException<?>[]::new);
    return new LiveMethod(described, builder.exceptions(exceptions).returning(RawJson::copy));
  }

  private static Optional<DurablePolicy> durable(JsonObject said) {
    Optional<Duration> keep = said.text("keep").flatMap(LiveMethod::duration);
    Optional<Duration> timeout = said.text("timeout").flatMap(LiveMethod::duration);
    int attempts =
        said.member("attempts", BigInteger.class, "a whole number")
            .map(BigInteger::intValue)
            .orElse(1);
    Sync sync = said.text("sync").map(LiveMethod::sync).orElse(Sync.NONE);
    return keep.flatMap(
        kept -> timeout.map(longest -> new DurablePolicy(kept, attempts, longest, sync)));
  }

  /**
   * Reads a {@code sync}. A newer contract may name one that is unknown here; then the call is only
   * required to be in Redis.
   */
  private static Sync sync(String name) {
    return Arrays.stream(Sync.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(Sync.NONE);
  }

  private static Optional<Duration> duration(String text) {
    try {
      return Optional.of(Duration.parse(text)).filter(each -> !each.isNegative() && !each.isZero());
    } catch (DateTimeParseException malformed) {
      return Optional.empty();
    }
  }

  private static DeclaredException<RemoteFailure> exception(String type) {
    return new DeclaredException<>(
        type,
        RemoteFailure.class,
        (out, failure) -> out.writeRawValue(failure.details()),
        (message, fields) -> new RemoteFailure(type, message, RawJson.copy(fields)));
  }

  /** Returns {@code Service.method}. */
  public String fullName() {
    return descriptor.fullName();
  }
}
