package io.callbox.benchmarks.path;

/** One end of the calls, whose classes a loader of its own has loaded. */
public interface PathEnd extends AutoCloseable {

  /** Makes a call, or throws if this end serves. */
  void call();

  @Override
  void close();
}
