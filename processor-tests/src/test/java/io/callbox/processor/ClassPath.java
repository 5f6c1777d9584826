package io.callbox.processor;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What these tests run with, and give to compilers of their own. */
final class ClassPath {

  private ClassPath() {}

  /** Without the folder of this module's own classes, which has none: a compiler warns of that. */
  static String ofTests() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(each -> Files.exists(Path.of(each)))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
