package io.callbox.benchmarks.driver;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Contracts as sources, and what is generated of them.
 *
 * @param folder where they are
 */
public record Sources(Path folder) {

  private static final int INTERFACES = 200;
  private static final int METHODS = 20;
  private static final String PROCESSOR = "io.callbox.processor.RemoteServiceProcessor";
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  /** The input of the compiler, with or without the processor. */
  public enum Way {
    /** The interfaces, and as sources beside them what the processor would generate. */
    BY_HAND,
    /** The same, with a processor that generates one empty class: what a round more takes. */
    ROUND,
    /**
     * The interfaces, and a processor that has in memory what to generate: the least that any takes
     * that generates this.
     */
    COPIED,
    /** The interfaces, with the processor. */
    PROCESSED,
    /** The interfaces, with the processor in another jar, if the command names one. */
    OTHER,
    /** The interfaces, without the processor. */
    ALONE
  }

  /** The other jar with a processor; empty if there is none. */
  public static String other() {
    return System.getProperty("bench.processor", "");
  }

  /** Writes the interfaces into an empty folder, and generates once. */
  public void write() throws IOException {
    Files.createDirectories(contracts());
    Files.createDirectories(generated());
    Files.createDirectories(classes());
    for (int at = 0; at < INTERFACES; at++) {
      Files.writeString(contracts().resolve("Service" + at + ".java"), contract(at));
    }
    compile(Way.PROCESSED, Map.of());
  }

  /**
   * Returns the generated files that a compilation of this way has in memory from the start, by
   * path.
   */
  Map<String, String> copies(Way way) throws IOException {
    return switch (way) {
      case COPIED -> Copying.read(generated(), classes());
      case ROUND -> Map.of("many/Nothing.java", "package many; class Nothing {}");
      default -> Map.of();
    };
  }

  private static String contract(int at) {
    String methods =
        IntStream.range(0, METHODS)
            .mapToObj("  List<Item> find%d(String name, Item like, int most);\n"::formatted)
            .collect(Collectors.joining());
    return """
        package many;
        import java.util.List;
        @io.callbox.annotation.RemoteService
        public interface Service%d {
          record Item(String name, int number, List<String> tags) {}
        %s}
        """
        .formatted(at, methods);
  }

  /**
   * Compiles all of it.
   *
   * @param copies what is copied, if this is the way
   */
  void compile(Way way, Map<String, String> copies) throws IOException {
    List<Path> sources = in(contracts());
    if (way == Way.BY_HAND || way == Way.ROUND) {
      sources.addAll(in(generated()));
    }
    String path = System.getProperty("java.class.path");
    Path out = way == Way.ROUND || way == Way.OTHER ? folder.resolve("other") : classes();
    Files.createDirectories(out);
    List<String> options = new ArrayList<>(List.of("-parameters", "-d", "" + out));
    options.addAll(List.of("-cp", path));
    options.addAll(
        switch (way) {
          case PROCESSED -> List.of("-processor", PROCESSOR, "-s", "" + generated());
          case OTHER ->
              List.of(
                  "-processor", PROCESSOR, "-processorpath", other() + File.pathSeparator + path);
          case COPIED -> List.of("-s", "" + generated());
          case ROUND -> List.of();
          case BY_HAND, ALONE -> List.of("-proc:none");
        });
    try (var files = JAVAC.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjectsFromPaths(sources);
      var task = JAVAC.getTask(null, files, null, options, null, units);
      if (!copies.isEmpty()) {
        task.setProcessors(List.of(Copying.of(copies)));
      }
      if (!task.call()) {
        throw new IllegalStateException(way + " does not compile");
      }
    }
  }

  /** Removes the folder, with what was compiled. */
  public void delete() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Lines of Java: of the contracts, and of what is generated of them. */
  public long[] lines() throws IOException {
    return new long[] {lines(in(contracts())), lines(in(generated()))};
  }

  private static long lines(List<Path> files) throws IOException {
    long lines = 0;
    for (Path file : files) {
      lines += Files.readAllLines(file).size();
    }
    return lines;
  }

  private static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(each -> each.toString().endsWith(".java"))
          .collect(Collectors.toCollection(ArrayList::new));
    }
  }

  private Path contracts() {
    return folder.resolve("contracts");
  }

  private Path generated() {
    return folder.resolve("generated");
  }

  private Path classes() {
    return folder.resolve("classes");
  }
}
