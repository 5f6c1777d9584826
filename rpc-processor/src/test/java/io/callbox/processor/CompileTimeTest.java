package io.callbox.processor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the processor adds to the time of {@code javac}, for 200 interfaces of 20 methods: beside a
 * compilation of the same sources, had somebody written by hand what is generated. A benchmark, for
 * a machine that does nothing else: {@code -Dcompile.time=true} has it run.
 */
@EnabledIfSystemProperty(named = "compile.time", matches = "true")
final class CompileTimeTest {

  private static final int INTERFACES = 200;
  private static final int METHODS = 20;
  private static final int ROUNDS = 7;

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();

  @TempDir private Path folder;

  @Test
  void processorAddsLessThanThreeTenths() throws IOException {
    List<Path> contracts = write(Files.createDirectory(folder.resolve("contracts")));
    Path generated = Files.createDirectory(folder.resolve("generated"));
    compile(contracts, "-processor", RemoteServiceProcessor.class.getName(), "-s", "" + generated);
    List<Path> all = new ArrayList<>(contracts);
    try (Stream<Path> files = Files.walk(generated)) {
      files.filter(each -> each.toString().endsWith(".java")).forEach(all::add);
    }
    assertTrue(all.size() >= 5 * INTERFACES, all.size() + " files");
    long[] without = new long[ROUNDS];
    long[] with = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      without[round] = compile(all, "-proc:none");
      with[round] = compile(contracts, "-processor", RemoteServiceProcessor.class.getName());
    }
    long hand = median(without);
    long processed = median(with);
    String figures =
        "javac alone %d ms, with the processor %d ms: %+d %%"
            .formatted(hand, processed, 100 * (processed - hand) / hand);
    System.out.println(figures);
    assertTrue(processed * 10 < hand * 13, figures);
  }

  private static List<Path> write(Path sources) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int at = 0; at < INTERFACES; at++) {
      String methods =
          IntStream.range(0, METHODS)
              .mapToObj("  List<Item> find%d(String name, Item like, int most);\n"::formatted)
              .collect(Collectors.joining());
      Path file = sources.resolve("Service" + at + ".java");
      Files.writeString(
          file,
          """
          package many;
          import java.util.List;
          @io.callbox.annotation.RemoteService
          public interface Service%d {
            record Item(String name, int number, List<String> tags) {}
          %s}
          """
              .formatted(at, methods));
      files.add(file);
    }
    return files;
  }

  /** In milliseconds. */
  private long compile(List<Path> sources, String... options) throws IOException {
    Path classes = Files.createTempDirectory(folder, "classes");
    List<String> arguments =
        new ArrayList<>(List.of("-parameters", "-d", "" + classes, "-cp", classPath()));
    arguments.addAll(Arrays.asList(options));
    try (var files = javac.getStandardFileManager(null, null, null)) {
      long start = System.nanoTime();
      boolean right =
          javac
              .getTask(
                  null, files, null, arguments, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertTrue(right);
      return (System.nanoTime() - start) / 1_000_000;
    }
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static long median(long[] times) {
    return Arrays.stream(times).sorted().toArray()[times.length / 2];
  }
}
