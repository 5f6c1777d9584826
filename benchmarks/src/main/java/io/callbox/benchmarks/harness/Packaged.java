package io.callbox.benchmarks.harness;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The jar of the benchmarks, and the folder of libraries that was built beside it. */
public final class Packaged {

  private Packaged() {}

  /**
   * Returns whether all libraries that the jar names are there. A jar that was copied alone would
   * begin, and end with an error at the first class of a library.
   */
  public static boolean isWhole() throws IOException {
    Path jar = Path.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)[0]);
    if (!Files.isRegularFile(jar)) {
      return true; // run from a folder of classes
    }
    return Stream.of(libraries(jar)).map(jar::resolveSibling).allMatch(Files::exists);
  }

  private static String[] libraries(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Attributes attributes = file.getManifest().getMainAttributes();
      String path = attributes.getValue(Attributes.Name.CLASS_PATH);
      return path == null ? new String[0] : path.split(" ", -1);
    }
  }
}
