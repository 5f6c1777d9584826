package io.callbox.rpc;

import java.util.function.Consumer;

/**
 * Observes the rest of one call for an {@link Interceptor}.
 *
 * <p>{@link #leave} is called once, on the thread of {@link Interceptor#begin}. {@link #end} is
 * called once too, on any thread, before or after {@code leave}: a result may exist before its
 * implementation returns.
 */
public interface CallObserver {

  /** Observes nothing. */
  CallObserver NONE = new CallObserver() {};

  /**
   * Called when the thread leaves the call: remove now the state that {@code begin} has bound to
   * the thread. On the server, the implementation has returned, but its future may not be complete.
   * On the client, a blocking call has ended; an asynchronous call has been started.
   */
  default void leave() {}

  /** Called when the call has ended, before its caller or its future receives the outcome. */
  default void end(Outcome outcome) {}

  /**
   * Called on the client before callbacks of an asynchronous call's future run, on a thread that is
   * not the caller's. Bind to this thread the state that the caller had bound to its own. Called
   * again for callbacks that have to wait for a free thread.
   *
   * <p>It is also called before each signal to the subscriber of a stream, and, on the server,
   * before each pull of items from a stream that the implementation returned: bind to the thread
   * then the state that the implementation's thread had.
   *
   * @return removes the binding again, on the same thread
   */
  default CallContext.Scope resume() {
    return CallContext.Scope.NONE;
  }

  /** Observes only the outcome. */
  static CallObserver atEnd(Consumer<Outcome> listener) {
    return new CallObserver() {
      @Override
      public void end(Outcome outcome) {
        listener.accept(outcome);
      }
    };
  }
}
