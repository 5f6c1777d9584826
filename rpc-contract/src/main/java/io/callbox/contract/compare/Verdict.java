package io.callbox.contract.compare;

/** The order in which clients and workers may be replaced when a contract changes. */
public enum Verdict {
  /** In any order, and also only some of them. */
  EITHER("safe in either order"),
  /** All workers before the first client. */
  WORKERS_FIRST("workers first"),
  /** All clients before the first worker. */
  CLIENTS_FIRST("clients first"),
  /** In no order: old and new do not understand each other. */
  NEVER("never");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /**
   * Returns the verdict on a change.
   *
   * @param oldClientsFail whether calls of old clients to new workers fail
   * @param newClientsFail whether calls of new clients to old workers fail
   */
  public static Verdict of(boolean oldClientsFail, boolean newClientsFail) {
    if (oldClientsFail) {
      return newClientsFail ? NEVER : CLIENTS_FIRST;
    }
    return newClientsFail ? WORKERS_FIRST : EITHER;
  }

  /**
   * Returns the verdict on two changes together: workers first and clients first together give
   * {@link #NEVER}.
   */
  public Verdict and(Verdict other) {
    return of(
        oldClientsFail() || other.oldClientsFail(), newClientsFail() || other.newClientsFail());
  }

  /** Returns whether the required order is an allowed one. */
  public boolean isWithin(Verdict allowed) {
    return and(allowed) == allowed;
  }

  /** Returns the words for people: {@code workers first}. */
  public String words() {
    return words;
  }

  private boolean oldClientsFail() {
    return this == CLIENTS_FIRST || this == NEVER;
  }

  private boolean newClientsFail() {
    return this == WORKERS_FIRST || this == NEVER;
  }
}
