package io.callbox.samples.cli;

/** The command line makes no sense; the message says where. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Made where the command line is read. */
  public UsageException(String message) {
    super(message);
  }
}
