package io.callbox.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the runtime reads from class paths is told to GraalVM, which leaves all else out. */
final class NativeImageResourcesTest {

  private static final Path CLASSES = Path.of("target/classes");
  private static final String METADATA = "META-INF/native-image/io.callbox/rpc-runtime/";

  @Test
  void everyResourceOfTheJarIsNamed() throws IOException {
    List<String> resources = resources();
    assertTrue(resources.size() > 40, resources::toString);
    assertEquals(List.of(), unnamed(resources));
  }

  @Test
  void documentsOfContractsAreNamed() throws IOException {
    assertEquals(List.of(), unnamed(List.of("META-INF/callbox/Talk.openrpc.json")));
  }

  @Test
  void resourceThatIsNotNamedIsFound() throws IOException {
    String bad = "io/callbox/internal/redisson/script/push.txt";
    assertEquals(List.of(bad), unnamed(List.of(bad)));
  }

  private static List<String> unnamed(List<String> resources) throws IOException {
    JsonNode includes =
        new ObjectMapper()
            .readTree(CLASSES.resolve(METADATA + "resource-config.json").toFile())
            .at("/resources/includes");
    List<Pattern> patterns =
        StreamSupport.stream(includes.spliterator(), false)
            .map(include -> Pattern.compile(include.get("pattern").asText()))
            .toList();
    return resources.stream()
        .filter(each -> patterns.stream().noneMatch(known -> known.matcher(each).matches()))
        .toList();
  }

  private static List<String> resources() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> CLASSES.relativize(file).toString())
          .filter(name -> !name.endsWith(".class") && !name.startsWith("META-INF/native-image/"))
          .sorted()
          .toList();
    }
  }
}
