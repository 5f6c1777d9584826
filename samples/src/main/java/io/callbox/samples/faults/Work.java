package io.callbox.samples.faults;

import io.callbox.annotation.Durable;
import io.callbox.annotation.Idempotent;
import io.callbox.annotation.RemoteService;
import java.util.List;

/**
 * The methods that the scenarios call. Each method logs its runs by the number that it is given.
 */
@RemoteService
public interface Work {

  /** Takes a while, and gives the number back. May be run again. */
  @Idempotent
  int again(int number, int millis);

  /** Takes a while, and gives the number back. Must not be run twice. */
  int once(int number, int millis);

  /** The same as a durable call, tried again for as long as it takes. */
  @Durable(attempts = 100)
  @Idempotent
  int againLater(int number, int millis);

  /** The same as a durable call that must not be run twice. */
  @Durable
  int onceLater(int number, int millis);

  /** Gives back a list that cannot be written. */
  List<Integer> unencodable(int number);

  /** The length of a text. */
  int length(String text);
}
