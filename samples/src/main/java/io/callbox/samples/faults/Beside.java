package io.callbox.samples.faults;

import io.callbox.annotation.RemoteService;

/** Another service than {@link Work}, whose queue lies elsewhere. */
@RemoteService
public interface Beside {

  /** Takes a while, notes that it does, and gives the number back. Must not be run twice. */
  int beside(int number, int millis);
}
