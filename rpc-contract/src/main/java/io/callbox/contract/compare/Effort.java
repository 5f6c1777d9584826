package io.callbox.contract.compare;

/**
 * How much work comparisons may take, in steps: about one for each value of a document that is
 * looked at, so that a document of another node, which may have any content, takes no more. For one
 * thread.
 *
 * <pre>{@code
 * Optional<Comparison> comparison = Comparison.of(older, newer, new Effort(1_000_000));
 * }</pre>
 */
public final class Effort {

  private long left;

  /** An effort of this many steps. */
  public Effort(long steps) {
    this.left = steps;
  }

  static Effort unbounded() {
    return new Effort(Long.MAX_VALUE);
  }

  /** Ends the comparison if there are fewer steps left. */
  void spend(int steps) {
    if (steps > left) {
      left = 0;
      throw new SpentException();
    }
    left -= steps;
  }

  /** A comparison takes more steps than it may. */
  static final class SpentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SpentException() {
      super("the contracts take too long to compare", null, false, false);
    }
  }
}
