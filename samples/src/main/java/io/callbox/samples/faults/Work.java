package io.callbox.samples.faults;

import io.callbox.annotation.Idempotent;
import io.callbox.annotation.RemoteService;
import java.util.List;

/** What the scenarios call. Each method notes that it runs, by the number it is given. */
@RemoteService
public interface Work {

  /** Takes a while, and gives the number back. May be run again. */
  @Idempotent
  int again(int number, int millis);

  /** Takes a while, and gives the number back. Must not be run twice. */
  int once(int number, int millis);

  /** Gives back a list that cannot be written. */
  List<Integer> unencodable(int number);

  /** The length of a text. */
  int length(String text);
}
