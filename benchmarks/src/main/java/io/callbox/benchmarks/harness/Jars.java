package io.callbox.benchmarks.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The jars that classes are loaded from, by server or client, until the first answer: a class path
 * has more, of which nothing is used. What measures is not counted.
 *
 * @param names of the files
 * @param bytes their size
 */
public record Jars(List<String> names, long bytes) {

  public Jars {
    names = List.copyOf(names);
  }

  private static final Pattern SOURCE = Pattern.compile("source: (file:\\S+\\.jar)");
  private static final Pattern OF_HARNESS =
      Pattern.compile(".*/(benchmarks|HdrHistogram|jmh-core|slf4j-simple)[^/]*\\.jar");

  /** Runs a contestant once, and counts. */
  public static Jars usedBy(String contestant) {
    try {
      Path folder = Files.createTempDirectory("jars");
      Path ofServer = folder.resolve("server.log"); // a JVM would rename a file that exists
      Path ofClient = folder.resolve("client.log");
      try {
        Arrival.of(contestant, logging(ofServer), logging(ofClient));
        Set<Path> jars = new TreeSet<>(namedIn(ofServer));
        jars.addAll(namedIn(ofClient));
        return of(jars);
      } finally {
        Files.deleteIfExists(ofServer);
        Files.deleteIfExists(ofClient);
        Files.delete(folder);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String[] logging(Path file) {
    return new String[] {"-Xlog:class+load=info:file=" + file};
  }

  private static Jars of(Set<Path> jars) throws IOException {
    long bytes = 0;
    for (Path jar : jars) {
      bytes += Files.size(jar);
    }
    return new Jars(jars.stream().map(jar -> "" + jar.getFileName()).toList(), bytes);
  }

  private static Set<Path> namedIn(Path log) throws IOException {
    Set<Path> jars = new TreeSet<>();
    Matcher sources = SOURCE.matcher(Files.readString(log));
    while (sources.find()) {
      if (!OF_HARNESS.matcher(sources.group(1)).matches()) {
        jars.add(Path.of(URI.create(sources.group(1))));
      }
    }
    return jars;
  }
}
