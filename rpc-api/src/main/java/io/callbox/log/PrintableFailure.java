package io.callbox.log;

import org.jspecify.annotations.Nullable;

/**
 * Stands in a log for an exception if its message, or that of a cause, must not be logged as it is.
 */
final class PrintableFailure extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int MAX_CAUSES = 10;

  private PrintableFailure(Throwable failure, int depth) {
    super(Printable.of(failure), cause(failure, depth));
    setStackTrace(failure.getStackTrace());
  }

  /** The failure itself, if it may be logged as it is. */
  static Throwable of(Throwable failure) {
    return isPrintable(failure, MAX_CAUSES) ? failure : new PrintableFailure(failure, MAX_CAUSES);
  }

  private static boolean isPrintable(Throwable failure, int depth) {
    if (!Printable.isPrintable(failure.toString())) {
      return false;
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      if (depth == 0 || !isPrintable(suppressed, depth - 1)) {
        return false;
      }
    }
    Throwable cause = failure.getCause();
    return cause == null || (depth > 0 && isPrintable(cause, depth - 1));
  }

  private static @Nullable Throwable cause(Throwable failure, int depth) {
    Throwable cause = failure.getCause();
    return cause == null || depth == 0 ? null : new PrintableFailure(cause, depth - 1);
  }
}
