package tutorial;

public final class NotEnoughException extends Exception {

  private final int left;

  public NotEnoughException(String message, int left) {
    super(message);
    this.left = left;
  }

  public int getLeft() {
    return left;
  }
}
