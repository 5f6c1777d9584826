package io.callbox.versions;

import io.callbox.annotation.RemoteService;
import java.util.stream.Stream;

/** A service that programs without a stub call. */
@RemoteService
interface Kiosk {

  /** Gives back what it is told. */
  String repeat(String text);

  /** Waits until it is cancelled. */
  void hold() throws InterruptedException;

  /** Counts. */
  Stream<Integer> numbers(int to);
}
