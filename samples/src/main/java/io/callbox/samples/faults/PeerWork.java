package io.callbox.samples.faults;

/** The calls of Redisson's remote service, for comparison. */
public interface PeerWork {

  /** Takes a while, and gives the number back. */
  int once(int number, int millis);

  /** Gives back what cannot be written. */
  Object unencodable();
}
