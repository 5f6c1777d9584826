package io.callbox.samples.reports;

import io.callbox.annotation.Durable;
import io.callbox.annotation.Idempotent;
import io.callbox.annotation.RemoteService;

/** Reports, which take their time. */
@RemoteService
public interface Reports {

  /** Builds the report of a month, such as {@code 2026-11}. */
  @Durable(keep = "PT24H", attempts = 5)
  @Idempotent
  Report build(String month);
}
