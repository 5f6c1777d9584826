package io.callbox.testkit.service;

import io.callbox.annotation.Idempotent;
import io.callbox.annotation.RemoteService;

/** Counters by name. */
@RemoteService
public interface Counters {

  /** Adds to a counter and gives its value. Must not run twice for one call. */
  int add(String name, int amount);

  /** A counter's value. */
  @Idempotent
  int get(String name);
}
