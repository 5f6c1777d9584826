package io.callbox.nativeimage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.testkit.redis.RedisServer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the way over Redisson looks at by reflection is named by metadata on the class path. */
@Tag("drill")
@Timeout(150)
final class ReflectionMetadataTest {

  private static final String METADATA = "META-INF/native-image";

  @Test
  void everyClassOfALibraryThatIsLookedAtIsNamed() throws Exception {
    try (RedisServer redis = RedisServer.start()) {
      Set<ReflectionTrace.Look> looks = ReflectionTrace.of(WatchedProgram.class, redis.directUri());
      assertTrue(looks.size() > 10, looks::toString);
      Set<String> named = named();
      Set<ReflectionTrace.Look> unnamed =
          looks.stream()
              .filter(look -> !named.contains(look.target()) && isOfLibrary(look.target()))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(Set.of(), unnamed);
    }
  }

  /** A class that is not there is looked for in vain in a native image, too. */
  private static boolean isOfLibrary(String name) {
    try {
      Class<?> found = Class.forName(name, false, ReflectionMetadataTest.class.getClassLoader());
      return found.getClassLoader() == ReflectionMetadataTest.class.getClassLoader();
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  private static Set<String> named() throws IOException {
    Set<String> named = new TreeSet<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        addNamed(path.resolve(METADATA), named);
      } else if (Files.exists(path)) {
        try (FileSystem jar = FileSystems.newFileSystem(path)) {
          addNamed(jar.getPath("/", METADATA), named);
        }
      }
    }
    return named;
  }

  private static void addNamed(Path metadata, Set<String> named) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.exists(metadata)) {
      try (Stream<Path> all = Files.walk(metadata)) {
        all.filter(file -> file.endsWith("reflect-config.json")).forEach(files::add);
      }
    }
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        named.addAll(new ObjectMapper().readTree(in).findValuesAsText("name"));
      }
    }
  }
}
