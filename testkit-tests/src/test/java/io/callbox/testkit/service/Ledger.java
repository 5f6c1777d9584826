package io.callbox.testkit.service;

import io.callbox.annotation.Idempotent;
import io.callbox.annotation.OneWay;
import io.callbox.annotation.RemoteService;

/** Notes numbers, once or again. */
@RemoteService
public interface Ledger {

  /** Must not run twice for one call. */
  int enter(int number);

  /** May run twice for one call. */
  @Idempotent
  int look(int number);

  @OneWay
  void log(String line);
}
