package consumer;

/** An enum whose constants have bodies. */
public enum Mood {
  CALM {
    @Override
    public int pulse() {
      return 60;
    }
  },
  HURRIED {
    @Override
    public int pulse() {
      return 120;
    }
  };

  /** Returns the heartbeats per minute. */
  public abstract int pulse();
}
