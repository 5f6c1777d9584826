package io.callbox.rpc;

/** A call whose arguments have been read, ready to run once, on any thread. */
@FunctionalInterface
public interface Invocation {

  /**
   * Runs the implementation. It answers through {@code responder}, now or later. An exception that
   * this method throws is the answer, too.
   */
  void run(Responder responder) throws Exception;
}
