package io.callbox.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contract in a jar of its own needs {@code rpc-api}: no runtime, no Redisson and no Netty. */
final class ContractJarTest {

  private static final Pattern API =
      Pattern.compile("rpc-(annotations|api)[/\\\\-]|[/\\\\](jackson-|slf4j-api-|jspecify-)");
  private static final String CLASS_PATH = ClassPath.ofTests();

  private static final String CONTRACT =
      """
      package shop;

      import io.callbox.annotation.RemoteService;
      import java.util.List;
      import java.util.concurrent.CompletableFuture;

      @RemoteService
      public interface Orders {
        record Line(String article, int count) {}

        sealed interface Outcome {
          record Placed(String id) implements Outcome {}

          record Refused(String why) implements Outcome {}
        }

        Outcome place(List<Line> lines);

        CompletableFuture<List<Line>> lines(String id);
      }
      """;

  @Test
  void contractIsCompiledPackagedAndLoadedWithoutRedissonAndNetty(@TempDir Path folder)
      throws Exception {
    List<String> api =
        Stream.of(CLASS_PATH.split(File.pathSeparator, -1))
            .filter(each -> API.matcher(each).find())
            .filter(each -> !each.endsWith("test-classes"))
            .toList();
    assertTrue(api.stream().anyMatch(each -> each.contains("rpc-api")), CLASS_PATH);
    Path source = Files.writeString(folder.resolve("Orders.java"), CONTRACT);
    Path classes = Files.createDirectory(folder.resolve("classes"));
    run(
        "javac",
        "-Xlint:all,-processing",
        "-Werror",
        "-parameters",
        "-cp",
        String.join(File.pathSeparator, api),
        "-processorpath",
        CLASS_PATH,
        "-d",
        classes.toString(),
        source.toString());
    Path jar = folder.resolve("orders.jar");
    run("jar", "--create", "--file", jar.toString(), "-C", classes.toString(), ".");

    URL[] parts =
        Stream.concat(api.stream(), Stream.of(jar.toString())).map(this::url).toArray(URL[]::new);
    try (URLClassLoader loader = new URLClassLoader(parts, ClassLoader.getPlatformClassLoader())) {
      for (String generated : List.of("Stub", "AsyncStub", "AllStub", "Skeleton", "Marshaller")) {
        Class<?> type = Class.forName("shop.Orders" + generated, true, loader);
        assertTrue(type.getDeclaredMethods().length > 0); // resolves what its methods name
      }
      for (String absent : List.of("org.redisson.api.RedissonClient", "io.netty.buffer.ByteBuf")) {
        assertThrows(ClassNotFoundException.class, () -> loader.loadClass(absent));
      }
    }
  }

  private URL url(String file) {
    try {
      return Path.of(file).toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void run(String program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", program).toString()),
                Stream.of(arguments))
            .collect(Collectors.toList());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "still running");
    assertEquals(0, process.exitValue(), output);
  }
}
