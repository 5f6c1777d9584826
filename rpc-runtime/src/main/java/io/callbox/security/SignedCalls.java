package io.callbox.security;

import io.callbox.rpc.CallObserver;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.Interceptor;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * Signs the calls that a node makes, for servers with a {@link SignatureCheck} that knows the same
 * secret. The signature covers the method, the calling node, the reply list, the arguments, the
 * time by Redis's clock, and chosen headers. Make it the last client interceptor of the node, so
 * that these headers are set. Safe for use by many threads.
 *
 * <pre>{@code builder.interceptClient(SignedCalls.with("billing-1", secret)); }</pre>
 */
public final class SignedCalls implements Interceptor {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 16;

  private final String keyId;
  private final Signature.Secret secret;

  private SignedCalls(String keyId, Signature.Secret secret) {
    this.keyId = keyId;
    this.secret = secret;
  }

  /**
   * Creates an interceptor that signs with a secret.
   *
   * @param keyId the id by which servers find the secret; it is not secret
   * @param secret at least 32 random bytes
   */
  public static SignedCalls with(String keyId, byte[] secret) {
    if (secret.length < 32) {
      throw new IllegalArgumentException("a secret has at least 32 bytes, got " + secret.length);
    }
    return new SignedCalls(keyId, new Signature.Secret(secret.clone(), List.of()));
  }

  /**
   * Returns a copy that signs these headers too; the servers need the same headers in the same
   * order.
   */
  public SignedCalls covering(String... headers) {
    return new SignedCalls(keyId, new Signature.Secret(secret.bytes(), List.of(headers)));
  }

  @Override
  public CallObserver begin(InterceptedCall call) {
    if (call.side() == InterceptedCall.Side.CLIENT) {
      Signature.Stamp stamp =
          new Signature.Stamp(keyId, Long.toString(call.brokerMillis()), nonce());
      call.addHeader(Signature.KEY, stamp.key());
      call.addHeader(Signature.TIME, stamp.time());
      call.addHeader(Signature.NONCE, stamp.nonce());
      call.addHeader(Signature.MAC, Signature.of(call, call.node(), stamp, secret));
    }
    return CallObserver.NONE;
  }

  private static String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
