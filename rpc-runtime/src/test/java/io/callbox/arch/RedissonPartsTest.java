package io.callbox.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who upgrades Redisson finds in one package all that uses more of it than its interface. */
final class RedissonPartsTest {

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
  void onlyOnePackageUsesInternalParts() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.callbox");
    Set<String> users =
        classes.stream()
            .filter(RedissonPartsTest::usesInternalParts)
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of("io.callbox.internal.redisson.connection"), users);
  }

  private static boolean usesInternalParts(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass().getName())
        .anyMatch(name -> INTERNAL.matcher(name).matches() && !CONFIGURED.contains(name));
  }
}
