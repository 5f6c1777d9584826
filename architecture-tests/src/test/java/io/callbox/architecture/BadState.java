package io.callbox.architecture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Stack;
import java.util.Vector;

/** Classes with collections of old, and with state that all share: the rules must find each. */
final class BadState {

  private BadState() {}

  /** Has a lock that no one sees. */
  record Synchronized(List<String> names) {
    Synchronized() {
      this(Collections.synchronizedList(new ArrayList<>()));
    }
  }

  /** Has a lock for each step. */
  @SuppressWarnings("JdkObsolete") // this is what is looked for
  record Old(Hashtable<String, String> names) {
    Old() {
      this(new Hashtable<>());
    }
  }

  /** Has one, too. */
  @SuppressWarnings("JdkObsolete") // this is what is looked for
  record Older(Vector<String> names) {
    Older() {
      this(new Vector<>());
    }
  }

  /** Has one, too. */
  @SuppressWarnings("JdkObsolete") // this is what is looked for
  record Oldest(Stack<String> names) {
    Oldest() {
      this(new Stack<>());
    }
  }

  /** Keeps what one test leaves for the next. */
  static final class Shared {
    static int count;

    private Shared() {}
  }
}
