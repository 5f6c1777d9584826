package io.callbox.validation;

import io.callbox.annotation.RemoteService;
import jakarta.validation.constraints.Positive;

/** A contract for a lambda. */
@RemoteService
interface Half {

  int half(@Positive int number);
}
