package io.callbox.cli.command;

/** A command cannot do what it was asked, and says what to do next. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String advice;
  private final int exitCode;

  private Refusal(int exitCode, String message, String advice) {
    super(message);
    this.exitCode = exitCode;
    this.advice = advice;
  }

  /** The command line makes no sense. */
  static Refusal misuse(String message, String advice) {
    return new Refusal(2, message, advice);
  }

  /** Who or what it is about is not there now. */
  static Refusal outOfReach(String message, String advice) {
    return new Refusal(3, message, advice);
  }

  /** It is as it should be, and the answer is no. */
  static Refusal no(String message, String advice) {
    return new Refusal(1, message, advice);
  }

  /** Why, and what to do next, in a line. */
  String sentence() {
    return getMessage() + ' ' + advice;
  }

  /** What to do next, a sentence; empty if there is nothing to say. */
  public String advice() {
    return advice;
  }

  /** What the process exits with. */
  public int exitCode() {
    return exitCode;
  }
}
