package io.callbox.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The figures that Linux gives about processes. */
final class Cpu {

  /** Of a tick, which is 1/100 s on every Linux that Java runs on. */
  private static final long MICROS_PER_TICK = 10_000;

  private Cpu() {}

  /** User and system time of some processes so far, in microseconds. */
  static long micros(List<Long> pids) {
    return pids.stream().mapToLong(Cpu::micros).sum();
  }

  /** Returns how often threads of some processes gave their processor up to wait, so far. */
  static long waits(List<Long> pids) {
    return pids.stream().mapToLong(Cpu::waits).sum();
  }

  private static long waits(long pid) {
    try (var threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
      return threads.mapToLong(Cpu::waitsOfThread).sum();
    } catch (IOException gone) {
      return 0;
    }
  }

  private static long waitsOfThread(Path thread) {
    try (var lines = Files.lines(thread.resolve("status"))) {
      return lines
          .filter(line -> line.startsWith("voluntary_ctxt_switches:"))
          .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).trim()))
          .sum();
    } catch (IOException | java.io.UncheckedIOException gone) {
      return 0;
    }
  }

  /** Threads of a process. */
  static int threads(long pid) {
    return Integer.parseInt(stat(pid)[17]);
  }

  /** Established TCP connections of a process, as sockets it holds open. */
  static int sockets(long pid) {
    try (var files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return (int) files.filter(Cpu::isSocket).count();
    } catch (IOException gone) {
      return 0;
    }
  }

  private static boolean isSocket(Path file) {
    try {
      return Files.readSymbolicLink(file).toString().startsWith("socket:");
    } catch (IOException gone) {
      return false;
    }
  }

  private static long micros(long pid) {
    String[] stat = stat(pid);
    return (Long.parseLong(stat[11]) + Long.parseLong(stat[12])) * MICROS_PER_TICK;
  }

  /** The fields after the name, which may have spaces: the third of proc(5) is at 0. */
  private static String[] stat(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    } catch (IOException gone) {
      throw new IllegalStateException("process " + pid + " is gone", gone);
    }
  }
}
