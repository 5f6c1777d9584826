package io.callbox.rpc;

import java.util.function.Consumer;

/**
 * What an {@link Interceptor} made of one call, to hear of the rest of it.
 *
 * <p>{@link #leave} comes on the thread of {@link Interceptor#begin}, once. {@link #end} comes once
 * too, on any thread, before or after it: a result may be there before its implementation returns.
 */
public interface CallObserver {

  /** Hears of nothing. */
  CallObserver NONE = new CallObserver() {};

  /**
   * The thread turns to other things: whatever {@code begin} bound to it is to be unbound now. On
   * the server, the implementation has returned, though its future may still be open. On the
   * client, the call has ended if its caller waited, else it has been started.
   */
  default void leave() {}

  /** The call has ended. The caller, or its future, is told after this returns. */
  default void end(Outcome outcome) {}

  /**
   * On the client, the future of an asynchronous call is about to complete, on a thread that is not
   * its caller's: binds to the thread what the caller had bound to its own, around what the caller
   * hung on the future. Comes once more for what has to wait until a thread is free.
   *
   * <p>So it is for the subscriber of a stream, each time that a thread tells it something; and on
   * the server, each time that a thread pulls items of a stream that the implementation gave:
   * there, the thread is to have what the implementation had.
   *
   * @return unbinds it again, on the same thread
   */
  default CallContext.Scope resume() {
    return CallContext.Scope.NONE;
  }

  /** Hears only of the outcome. */
  static CallObserver atEnd(Consumer<Outcome> listener) {
    return new CallObserver() {
      @Override
      public void end(Outcome outcome) {
        listener.accept(outcome);
      }
    };
  }
}
