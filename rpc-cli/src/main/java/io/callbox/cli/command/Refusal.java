package io.callbox.cli.command;

/** Reports that a command cannot run, and the next step for its user. */
public final class Refusal extends RuntimeException {

  /** The exit code of a command that has run, if the answer is no. */
  public static final int NO = 1;

  /** The exit code of a wrong command line. */
  public static final int MISUSED = 2;

  /** The exit code of a command whose target is not there now. */
  public static final int OUT_OF_REACH = 3;

  /** Advice for the case that no node answers. */
  public static final String IS_REDIS_RIGHT =
      "Is --redis right? callbox nodes lists who is there, callbox services what they serve.";

  private static final long serialVersionUID = 1L;

  private final String advice;
  private final int exitCode;

  private Refusal(int exitCode, String message, String advice) {
    super(message);
    this.exitCode = exitCode;
    this.advice = advice;
  }

  /** Makes the refusal of a wrong command line. */
  static Refusal misuse(String message, String advice) {
    return new Refusal(MISUSED, message, advice);
  }

  /** Makes the refusal for a target that is not there now. */
  static Refusal outOfReach(String message, String advice) {
    return new Refusal(OUT_OF_REACH, message, advice);
  }

  /** Makes the refusal of a command that has run, and whose answer is no. */
  static Refusal no(String message, String advice) {
    return new Refusal(NO, message, advice);
  }

  /** Returns the reason and the advice, in one line. */
  String sentence() {
    return getMessage() + ' ' + advice;
  }

  /** Returns the advice, a sentence; may be empty. */
  public String advice() {
    return advice;
  }

  /** Returns the exit code of the process. */
  public int exitCode() {
    return exitCode;
  }
}
