package io.callbox.spring.test.whole;

import io.callbox.annotation.RemoteService;

/** What time it is. */
@RemoteService
public interface Clock {

  /** Milliseconds since the epoch. */
  long now();
}
