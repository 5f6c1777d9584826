package io.callbox.cli;

import io.callbox.annotation.RemoteService;
import java.util.stream.Stream;

/** Counts, for tests. */
@RemoteService
public interface Ticks {

  /** Returns the numbers from 0. */
  Stream<Integer> count(int upTo);

  /** Returns how many there have been. */
  int ticks();
}
