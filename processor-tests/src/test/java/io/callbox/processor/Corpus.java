package io.callbox.processor;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** The sources under {@code src/test/resources}, and how tests compile them. */
public final class Corpus {

  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final boolean UPDATE = Boolean.getBoolean("goldens.update");

  private Corpus() {}

  /** Compiles as strictly as any user may. */
  static Compilation compile(JavaFileObject... sources) {
    return compile(List.of(), sources);
  }

  /** The same with some more options. */
  public static Compilation compile(List<String> options, JavaFileObject... sources) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-Xlint:all,-processing", "-Werror", "-parameters", "--release", "17"));
    return javac().withOptions(all).withProcessors(new RemoteServiceProcessor()).compile(sources);
  }

  /** Compiles with nothing said of warnings. */
  public static Compilation compileLoosely(JavaFileObject... sources) {
    return javac()
        .withOptions("-parameters", "--release", "17")
        .withProcessors(new RemoteServiceProcessor())
        .compile(sources);
  }

  /** A file of the corpus: {@code good/Arith.java}. */
  public static JavaFileObject source(String path) {
    return JavaFileObjects.forSourceString(
        path.substring(0, path.lastIndexOf('.')).replace('/', '.'), read(RESOURCES.resolve(path)));
  }

  static JavaFileObject[] sources(String... paths) {
    return Arrays.stream(paths).map(Corpus::source).toArray(JavaFileObject[]::new);
  }

  /** The names of all files in a folder of the corpus, sorted. */
  static List<String> files(String folder) {
    try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public static String text(String path) {
    return read(RESOURCES.resolve(path));
  }

  /** What a golden file holds; rewritten first if the tests were told to. */
  static String golden(String name, String actual) {
    Path file = RESOURCES.resolve("expected").resolve(name);
    if (UPDATE) {
      try {
        Files.writeString(file, actual);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return Files.exists(file) ? read(file) : "";
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
