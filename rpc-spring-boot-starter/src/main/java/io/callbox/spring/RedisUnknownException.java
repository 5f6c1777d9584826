package io.callbox.spring;

/** Reports that no setting contains the address of Redis. */
final class RedisUnknownException extends IllegalStateException {

  RedisUnknownException() {
    super("nothing says where Redis is");
  }
}
