package io.callbox.spring;

/** Nothing says where Redis is. */
final class RedisUnknownException extends IllegalStateException {

  RedisUnknownException() {
    super("nothing says where Redis is");
  }
}
