package io.callbox.benchmarks.path;

import io.callbox.benchmarks.path.ObservedMethod.End;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A source file that a call passes.
 *
 * @param name below {@code io/callbox}
 * @param entries the methods that are entered, and on which threads
 */
record PassedFile(String name, List<Entries.Entry> entries) {

  private static final String SOURCE = ".java";

  boolean isPassedAt(End end) {
    return entries.stream().anyMatch(entry -> entry.method().end() == end);
  }

  FileKind kind() {
    String type = name.substring(0, name.length() - SOURCE.length()).replace('/', '.');
    try {
      return FileKind.of(
          Class.forName("io.callbox." + type),
          entries.stream().allMatch(entry -> entry.method().carries()));
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return entries.stream()
        .collect(
            Collectors.groupingBy(
                PassedFile::place,
                LinkedHashMap::new,
                Collectors.mapping(
                    entry -> entry.method().name(), Collectors.joining(", ", "(", ")"))))
        .entrySet()
        .stream()
        .map(place -> place.getKey() + " " + place.getValue())
        .collect(Collectors.joining("; ", name + ": ", ""));
  }

  private static String place(Entries.Entry entry) {
    return entry.method().end().name().toLowerCase(Locale.ROOT) + " " + entry.thread();
  }
}
