package io.callbox.security;

import io.callbox.rpc.InterceptedCall;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature of a call: HMAC-SHA256 over key id, time, nonce, calling node, reply list, method,
 * chosen headers and the bytes of the arguments. Each part has its length in front, so that no byte
 * can move from one part to the next.
 */
final class Signature {

  static final String KEY = "auth-key";
  static final String TIME = "auth-time";
  static final String NONCE = "auth-nonce";
  static final String MAC = "auth-mac";

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "callbox-call-2";
  private static final int ABSENT = -1;

  private final Mac mac;

  private Signature(byte[] secret) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
    }
  }

  /**
   * The parts of a signature besides the call itself.
   *
   * @param key the id of the secret
   * @param time the time when it was made, in milliseconds of the broker's clock
   * @param nonce makes the signature unique
   */
  record Stamp(String key, String time, String nonce) {}

  /**
   * Signs a call.
   *
   * @param from the node that calls
   */
  static String of(InterceptedCall call, @Nullable String from, Stamp stamp, Secret secret) {
    Signature signature = new Signature(secret.bytes);
    signature.add(PURPOSE);
    signature.add(stamp.key);
    signature.add(stamp.time);
    signature.add(stamp.nonce);
    signature.add(from);
    signature.add(call.replyTo());
    signature.add(call.method().fullName());
    for (String name : secret.covered) {
      signature.add(call.headers().get(name));
    }
    signature.add(call.params());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.mac.doFinal());
  }

  /**
   * The secret that both sides know.
   *
   * @param bytes the secret itself
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Secret(byte[] bytes, List<String> covered) {}

  private void add(@Nullable String text) {
    if (text == null) {
      addLength(ABSENT);
    } else {
      add(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void add(byte[] bytes) {
    addLength(bytes.length);
    mac.update(bytes);
  }

  private void addLength(int length) {
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
  }
}
