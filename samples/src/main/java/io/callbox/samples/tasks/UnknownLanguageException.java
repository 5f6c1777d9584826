package io.callbox.samples.tasks;

/** A node has no installer for a language. Travels to the caller as itself, with its field. */
public final class UnknownLanguageException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String language;

  /** Made by the service, and again on the caller's side of what travelled. */
  public UnknownLanguageException(String message, String language) {
    super(message);
    this.language = language;
  }

  /** The language asked for. */
  public String language() {
    return language;
  }
}
