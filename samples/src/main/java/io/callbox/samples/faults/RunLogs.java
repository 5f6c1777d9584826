package io.callbox.samples.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files in which all workers of a scenario note what they run. */
record RunLogs(Path folder) {

  /** The file of one worker. */
  Path of(String worker) {
    return folder.resolve(worker + ".runs");
  }

  /**
   * Returns the number of calls of a method that were run more than once, by one worker or by
   * several.
   */
  int twice(String method) throws IOException {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (Path file : files()) {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith(method + ' ') && !seen.add(line)) {
          twice.add(line);
        }
      }
    }
    return twice.size();
  }

  /** Counts the runs of a method's calls that one worker had run before. */
  int twiceByOne(String method) throws IOException {
    int twice = 0;
    for (Path file : files()) {
      Set<String> seen = new HashSet<>();
      for (String line : Files.readAllLines(file)) {
        twice += line.startsWith(method + ' ') && !seen.add(line) ? 1 : 0;
      }
    }
    return twice;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".runs")).toList();
    }
  }
}
