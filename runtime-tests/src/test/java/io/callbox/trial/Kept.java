package io.callbox.trial;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Closes what a test has opened, the last first. A field with {@code @RegisterExtension}. */
public final class Kept implements AfterEachCallback {

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /** Keeps something until the test has ended, and returns it. */
  public <T extends AutoCloseable> T keep(T closeable) {
    open.push(closeable);
    return closeable;
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
