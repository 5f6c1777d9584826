package io.callbox.samples.tasks;

/** A node has no installer for a language. Travels to the caller as itself. */
public final class UnknownLanguageException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Made by the service, and again on the caller's side with the message that travelled. */
  public UnknownLanguageException(String message) {
    super(message);
  }
}
