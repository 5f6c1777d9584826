package io.callbox.cli.command;

/** A command cannot run, and says what to do next. */
public final class Refusal extends RuntimeException {

  /** The exit code of a command that has run, if the answer is no. */
  public static final int NO = 1;

  /** The exit code of a wrong command line. */
  public static final int MISUSED = 2;

  /** The exit code of a command whose target is not there now. */
  public static final int OUT_OF_REACH = 3;

  /** What to do if nobody answers. */
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

  /** The command line is wrong. */
  static Refusal misuse(String message, String advice) {
    return new Refusal(MISUSED, message, advice);
  }

  /** The target is not there now. */
  static Refusal outOfReach(String message, String advice) {
    return new Refusal(OUT_OF_REACH, message, advice);
  }

  /** The command has run, and the answer is no. */
  static Refusal no(String message, String advice) {
    return new Refusal(NO, message, advice);
  }

  /** Returns the reason and what to do next, in one line. */
  String sentence() {
    return getMessage() + ' ' + advice;
  }

  /** Returns what to do next, a sentence; may be empty. */
  public String advice() {
    return advice;
  }

  /** Returns the exit code of the process. */
  public int exitCode() {
    return exitCode;
  }
}
