package io.callbox.arch.bad.internal.server;

import org.redisson.api.RedissonClient;

/** Speaks to the console, and to Redis on a floor that must not. */
public record Talkative(RedissonClient client) {

  public void speak() {
    System.out.println(client);
  }
}
