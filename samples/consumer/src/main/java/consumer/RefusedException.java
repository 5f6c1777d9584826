package consumer;

/** An exception that a method may declare. */
public class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int tries;

  public RefusedException(String message, int tries) {
    super(message);
    this.tries = tries;
  }

  public int getTries() {
    return tries;
  }
}
