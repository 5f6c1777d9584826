package io.callbox.versions;

import io.callbox.annotation.RemoteService;
import jakarta.validation.constraints.Positive;

/** A service with a constraint. */
@RemoteService
interface Till {

  /** Pays an amount, and returns it. */
  int pay(@Positive int cents);
}
