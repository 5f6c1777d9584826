package io.callbox.benchmarks.harness;

import java.util.List;

/**
 * The program that carries the messages of a contestant: a process of its own for each, or none.
 */
public interface Broker extends AutoCloseable {

  /** No broker: clients connect to the server. */
  Broker NONE =
      new Broker() {
        @Override
        public String address() {
          return "";
        }

        @Override
        public List<Long> pids() {
          return List.of();
        }

        @Override
        public void close() {}
      };

  String address();

  List<Long> pids();

  /** CPU time of each of its processes so far, in microseconds. */
  default List<Long> cpuMicros() {
    return pids().stream().map(pid -> Cpu.micros(List.of(pid))).toList();
  }

  /** The same of commands, where the broker says. */
  default List<Long> commandsOfEach() {
    return List.of(commands());
  }

  /** Commands processed so far; 0 where the broker does not say. */
  default long commands() {
    return 0;
  }

  @Override
  void close();
}
