package io.callbox.testkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares envelopes with files. Replaces values that differ in each run, such as ids and times, by
 * their names.
 */
final class GoldenEnvelopes {

  private static final String PROPERTY = "callbox.goldens";

  private final Path folder;
  private final boolean write = "write".equals(System.getProperty(PROPERTY));
  private final List<String> changed = new ArrayList<>();
  private final Map<String, Integer> overloads = new HashMap<>();

  GoldenEnvelopes(Path folder) {
    this.folder = folder;
  }

  void compare(String name, List<String> envelopes) {
    int overload = overloads.merge(name, 1, Integer::sum);
    Path file = folder.resolve(name + (overload == 1 ? "" : "-" + overload) + ".json");
    StringBuilder text = new StringBuilder();
    envelopes.forEach(envelope -> text.append(stable(envelope)).append('\n'));
    try {
      if (write) {
        Files.createDirectories(folder);
        Files.writeString(file, text);
      } else if (!Files.exists(file)) {
        changed.add("there is no " + file);
      } else if (!Files.readString(file).contentEquals(text)) {
        changed.add(file + " has\n" + Files.readString(file) + "but now it is\n" + text);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void check() {
    if (!changed.isEmpty()) {
      throw new AssertionError(
          String.join("\n", changed)
              + "\nIf that is meant, rewrite the files with -D%s=write".formatted(PROPERTY));
    }
  }

  private static String stable(String envelope) {
    return envelope
        .replaceFirst("\"id\":\"client-[^\"]*\"", "\"id\":\"<id>\"")
        .replaceFirst("\"replyTo\":\"[^\"]*\"", "\"replyTo\":\"<replyTo>\"")
        .replaceFirst("\"deadline\":\\d+", "\"deadline\":0")
        .replaceFirst("\"sentAt\":\\d+", "\"sentAt\":0")
        .replaceFirst("\"queuedMicros\":\\d+", "\"queuedMicros\":0")
        .replaceFirst("\"ranMicros\":\\d+", "\"ranMicros\":0");
  }
}
