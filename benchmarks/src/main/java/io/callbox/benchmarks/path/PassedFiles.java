package io.callbox.benchmarks.path;

import io.callbox.benchmarks.path.ObservedMethod.End;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The files that calls pass, by kind. What nodes do by themselves, such as heartbeats, falls into
 * few of the calls, so an entry counts if a third of them has it.
 */
final class PassedFiles {

  private final Map<FileKind, List<PassedFile>> kinds;

  private PassedFiles(Map<FileKind, List<PassedFile>> kinds) {
    this.kinds = kinds;
  }

  /** Finds them by the entries of each call. */
  static PassedFiles of(List<List<Entries.Entry>> calls) {
    Map<Entries.Entry, Integer> times = new LinkedHashMap<>();
    for (List<Entries.Entry> call : calls) {
      new LinkedHashSet<>(call).forEach(entry -> times.merge(entry, 1, Integer::sum));
    }
    Map<String, List<Entries.Entry>> files = new LinkedHashMap<>();
    times.forEach(
        (entry, count) -> {
          if (count * 3 >= calls.size()) {
            files.computeIfAbsent(entry.method().file(), absent -> new ArrayList<>()).add(entry);
          }
        });
    return new PassedFiles(
        files.entrySet().stream()
            .map(file -> new PassedFile(file.getKey(), file.getValue()))
            .collect(
                Collectors.groupingBy(
                    PassedFile::kind, () -> new EnumMap<>(FileKind.class), Collectors.toList())));
  }

  /** By kind, and in the order in which a call first passes them. */
  void print(PrintStream out) {
    kinds.forEach(
        (kind, files) -> {
          out.println(kind + ":");
          files.forEach(file -> out.println("  " + file));
          out.println();
        });
    kinds.forEach((kind, files) -> out.println(counts(files) + "  " + kind));
    out.println(counts(kinds.values().stream().flatMap(List::stream).toList()) + "  in all");
  }

  private static String counts(List<PassedFile> files) {
    return "%3d files (client %3d, server %3d)"
        .formatted(files.size(), count(files, End.CLIENT), count(files, End.SERVER));
  }

  private static long count(List<PassedFile> files, End end) {
    return files.stream().filter(file -> file.isPassedAt(end)).count();
  }
}
