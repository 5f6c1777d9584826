package io.callbox.benchmarks.path;

/**
 * A method whose entries are noted.
 *
 * @param end the node whose classes it is of
 * @param file its source file, below {@code io/callbox}
 * @param name its name
 * @param carries whether it only keeps or returns data: the constructor or an accessor of a record
 */
record ObservedMethod(End end, String file, String name, boolean carries) {

  /** The two ends of a call. */
  enum End {
    CLIENT,
    SERVER
  }
}
