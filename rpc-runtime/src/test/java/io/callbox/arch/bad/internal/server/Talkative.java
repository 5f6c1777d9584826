package io.callbox.arch.bad.internal.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.redisson.api.RedissonClient;

/** Speaks to the console, and to Redis on a floor that must not; it ends the program, too. */
public record Talkative(RedissonClient client) {

  public void speak() {
    System.out.println(client);
  }

  /** Reflects on itself, and has the last word. */
  public void end() throws JsonProcessingException {
    System.out.println(new ObjectMapper().writeValueAsString(this));
    System.exit(0);
  }
}
