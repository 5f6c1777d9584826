package io.callbox.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who upgrades Redisson finds in one place which classes use more of it than its interface. */
final class RedissonPartsTest {

  private static final String PACKAGE = "io.callbox.transport.redisson";
  private static final Path PAGE =
      Path.of("src/main/java", PACKAGE.replace('.', '/'), "package-info.java");
  private static final Pattern NAME = Pattern.compile("\\{@code[\\s*]+([A-Z]\\w+)}");

  private static final Pattern INTERNAL =
      Pattern.compile(
          "org\\.redisson\\.("
              + "(connection|command|misc|client\\.handler)\\..+"
              + "|client\\.(RedisClient|RedisConnection)"
              + "|client\\.protocol\\.(CommandData|CommandsData|QueueCommand))");

  /** What a configuration accepts is no internal part, wherever it lies. */
  private static final Set<String> CONFIGURED =
      Set.of("org.redisson.connection.ConnectionListener");

  @Test
  void packageNamesTheUsersOfInternalParts() throws IOException {
    JavaClasses classes =
        new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(PACKAGE);
    Set<String> users =
        classes.stream()
            .filter(RedissonPartsTest::usesInternalParts)
            .map(type -> type.getName().replaceFirst(".*\\.(\\w+)(\\$.*)?", "$1"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> named =
        NAME.matcher(Files.readString(PAGE))
            .results()
            .map(name -> name.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(users, named);
  }

  private static boolean usesInternalParts(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass().getName())
        .anyMatch(name -> INTERNAL.matcher(name).matches() && !CONFIGURED.contains(name));
  }
}
