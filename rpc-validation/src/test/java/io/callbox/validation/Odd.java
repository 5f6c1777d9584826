package io.callbox.validation;

import io.callbox.annotation.RemoteService;
import jakarta.validation.constraints.Past;

/** A contract with a constraint that no validator knows what to do with. */
@RemoteService
interface Odd {

  String echo(@Past String word);
}
