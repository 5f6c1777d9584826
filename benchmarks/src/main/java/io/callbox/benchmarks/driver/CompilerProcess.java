package io.callbox.benchmarks.driver;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;

/** Compiles the same sources whenever it is asked to, and says what that took, in microseconds. */
public final class CompilerProcess {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private CompilerProcess() {}

  /** Compiles until its standard input ends. */
  public static void run(Path folder, Sources.Way way, PrintStream answers) throws IOException {
    Sources sources = new Sources(folder);
    Map<String, String> copies = sources.copies(way);
    BufferedReader commands = ClientProcess.commands();
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      long start = System.nanoTime();
      long cpu = SYSTEM.getProcessCpuTime();
      sources.compile(way, copies);
      answers.println(
          "cpu=%d wall=%d"
              .formatted(
                  (SYSTEM.getProcessCpuTime() - cpu) / 1_000, (System.nanoTime() - start) / 1_000));
    }
  }
}
