package io.callbox.internal.redisson.client;

import io.callbox.internal.redisson.failure.RedisFailure;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;

/** Translates the failure of a new client, which Redisson wraps: Redis's words are innermost. */
final class ConnectFailure {

  private ConnectFailure() {}

  static RpcException of(RedisAddress address, Throwable failure) {
    Throwable cause = RedisFailure.withoutCommand(failure);
    String text = RedisFailure.said(innermost(cause));
    return new RpcException(
        StatusCode.UNAVAILABLE, Executed.NO, problem(address, text) + ": " + text, cause);
  }

  private static String problem(RedisAddress address, String text) {
    if (text.startsWith("WRONGPASS") || (text.startsWith("NOAUTH") && address.password() != null)) {
      return address + " does not accept the user and password of its URI";
    }
    if (text.startsWith("NOAUTH")) {
      return address + " wants a password, and its URI has none";
    }
    if (text.contains("DB index is out of range")) {
      return address.withoutSecrets() + " has no database " + address.database();
    }
    return "no Redis at " + address;
  }

  private static Throwable innermost(Throwable failure) {
    Throwable inner = failure;
    while (inner.getCause() != null) {
      inner = inner.getCause();
    }
    return inner;
  }
}
