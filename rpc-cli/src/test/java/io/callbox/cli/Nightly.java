package io.callbox.cli;

import io.callbox.annotation.Durable;
import io.callbox.annotation.Idempotent;
import io.callbox.annotation.RemoteService;

/** Adds up what can wait, for tests. */
@RemoteService
public interface Nightly {

  /** Adds two amounts, some time. */
  @Durable
  @Idempotent
  int total(int a, int b);
}
