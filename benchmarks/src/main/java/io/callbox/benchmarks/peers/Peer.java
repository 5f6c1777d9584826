package io.callbox.benchmarks.peers;

import io.callbox.benchmarks.work.Work;

/** A contestant: how it is called, and how it is served. */
public interface Peer {

  /** Connects to a broker, or to a server where there is no broker. */
  Caller connect(String address) throws Exception;

  /** Serves the work. {@code address} is the broker's; empty where there is none. */
  Served serve(String address, Work work) throws Exception;

  /**
   * A running server.
   *
   * @param address where its clients connect
   * @param closing ends it
   */
  record Served(String address, AutoCloseable closing) {}
}
