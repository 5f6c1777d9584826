package io.callbox.contract.compare;

/**
 * The amount of work that comparisons may take, in steps: about one step for each value of a
 * document. The document of another node may have any content, and must not take more. For one
 * thread.
 *
 * <pre>{@code
 * Optional<Comparison> comparison = Comparison.of(older, newer, new Effort(1_000_000));
 * }</pre>
 */
public final class Effort {

  private long left;

  /** Creates an effort of this many steps. */
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

  /** Ends a comparison that takes more steps than it may. */
  static final class SpentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SpentException() {
      super("the contracts take too long to compare", null, false, false);
    }
  }
}
