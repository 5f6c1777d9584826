package io.callbox.spring;

/** No setting contains the address of Redis. */
final class RedisUnknownException extends IllegalStateException {

  RedisUnknownException() {
    super("nothing says where Redis is");
  }
}
