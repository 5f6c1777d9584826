package io.callbox.internal.server.reply;

/**
 * The permit of requests that are about to be answered. Its methods may race: the end of one
 * attempt with another attempt that is held up.
 */
public interface ResponsePermit {

  /**
   * Notes that the response cannot be sent for now. The request gives its permit to another one,
   * unless too many responses wait without one.
   */
  void heldUp();

  /** Notes that the response has been sent, or has been given up. */
  void answered();

  /** Returns the permit of some members of a chunk, whose response has this number of bytes. */
  @FunctionalInterface
  interface OfMembers {

    ResponsePermit members(int members, int bytes);
  }
}
