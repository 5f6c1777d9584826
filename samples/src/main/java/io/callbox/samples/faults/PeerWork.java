package io.callbox.samples.faults;

/** What Redisson's remote service is called for, to compare. */
public interface PeerWork {

  /** Takes a while, and gives the number back. */
  int once(int number, int millis);

  /** Gives back what cannot be written. */
  Object unencodable();
}
