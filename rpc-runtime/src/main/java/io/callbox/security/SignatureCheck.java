package io.callbox.security;

import io.callbox.rpc.CallObserver;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Accepts only calls that {@link SignedCalls} has signed with a known secret; refuses others with
 * {@code UNAUTHENTICATED}. Make it the first server interceptor of the node.
 *
 * <p><b>Replays.</b> A signature is valid for a limited time after it was made, by Redis's clock,
 * which both sides know. In this time it is accepted once. A signature from before the beginning of
 * {@link UsedNonces#memory} may have been used already, and is refused. These two rules do not
 * apply to idempotent methods: their calls may come again when a worker dies, and by their contract
 * a second run does no harm.
 *
 * <p>Safe for use by many threads.
 */
public final class SignatureCheck implements Interceptor {

  /**
   * The maximum time that a signature may be in the future: both clocks are estimates of Redis's
   * clock.
   */
  private static final long AHEAD_MILLIS = 5_000;

  private final Function<String, byte @Nullable []> secrets;
  private final UsedNonces used;
  private final Duration validity;
  private final List<String> covered;

  private SignatureCheck(
      Function<String, byte @Nullable []> secrets,
      UsedNonces used,
      Duration validity,
      List<String> covered) {
    this.secrets = secrets;
    this.used = used;
    this.validity = validity;
    this.covered = covered;
  }

  /**
   * Creates a check with these secrets.
   *
   * @param secrets returns the secret for a key id; null if there is none
   * @param used remembers used signatures
   * @param validity the time for which a signature is valid; make it longer than calls may wait in
   *     their queue
   */
  public static SignatureCheck of(
      Function<String, byte @Nullable []> secrets, UsedNonces used, Duration validity) {
    return new SignatureCheck(secrets, used, validity, List.of());
  }

  /**
   * Returns a copy that requires these headers to be signed too; the clients need the same setting.
   */
  public SignatureCheck covering(String... headers) {
    return new SignatureCheck(secrets, used, validity, List.of(headers));
  }

  /** Returns the caller after the check of the signature: the id of its key. */
  public static @Nullable String callerOf(Map<String, String> headers) {
    return headers.get(Signature.KEY);
  }

  @Override
  public CallObserver begin(InterceptedCall call) {
    if (call.side() == InterceptedCall.Side.SERVER) {
      check(call);
    }
    return CallObserver.NONE;
  }

  private void check(InterceptedCall call) {
    Signature.Stamp stamp =
        new Signature.Stamp(
            header(call, Signature.KEY),
            header(call, Signature.TIME),
            header(call, Signature.NONCE));
    byte @Nullable [] secret = secrets.apply(stamp.key());
    if (secret == null || !matches(call, stamp, secret)) {
      throw refused(call, "its signature does not fit"); // does not tell which keys exist
    }
    checkTime(call, stamp);
    if (!call.method().idempotent()) {
      checkUse(call, stamp);
    }
  }

  private boolean matches(InterceptedCall call, Signature.Stamp stamp, byte[] secret) {
    Signature.Secret shared = new Signature.Secret(secret, covered);
    String expected = Signature.of(call, call.peer(), stamp, shared);
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8),
        header(call, Signature.MAC).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Checks the time of a signature. Runs after the check of the signature: only then is the time
   * known to be a number.
   */
  private void checkTime(InterceptedCall call, Signature.Stamp stamp) {
    long age = call.brokerMillis() - Long.parseLong(stamp.time());
    if (age > validity.toMillis() || age < -AHEAD_MILLIS) {
      throw refused(call, "its signature is of " + age + " ms ago");
    }
  }

  private void checkUse(InterceptedCall call, Signature.Stamp stamp) {
    long age = call.brokerMillis() - Long.parseLong(stamp.time());
    if (age > used.memory().toMillis()) {
      throw refused(call, "its signature is older than the memory of those that were used");
    }
    if (!used.firstUse(nonce(stamp), keep())) {
      throw refused(call, "its signature has been used");
    }
  }

  private static String nonce(Signature.Stamp stamp) {
    return stamp.key() + ' ' + stamp.nonce();
  }

  /** Returns the time for which a nonce is kept: longer than any node accepts the signature. */
  private Duration keep() {
    return validity.plusMillis(2 * AHEAD_MILLIS);
  }

  private static String header(InterceptedCall call, String name) {
    String value = call.headers().get(name);
    if (value == null) {
      throw refused(call, "it is not signed: no header " + name);
    }
    return value;
  }

  private static RpcException refused(InterceptedCall call, String why) {
    return new RpcException(StatusCode.UNAUTHENTICATED, call.method() + ": " + why);
  }
}
