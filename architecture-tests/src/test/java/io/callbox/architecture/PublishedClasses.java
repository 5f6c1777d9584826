package io.callbox.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The classes of all modules that are published, read once for all rules. */
final class PublishedClasses {

  private PublishedClasses() {}

  private static final class Main {
    static final JavaClasses CLASSES =
        read(
            importer ->
                importer.importPaths(
                    PublishedSources.modules().stream()
                        .map(module -> module.resolve("target/classes"))
                        .map(classes -> classes.toAbsolutePath().normalize())
                        .toList()));
  }

  /** Looks at the supertypes of no other library than those that wait and make threads. */
  private static JavaClasses read(Function<ClassFileImporter, JavaClasses> classes) {
    ArchConfiguration configuration = ArchConfiguration.get();
    configuration.setClassResolver(SelectedClassResolverFromClasspath.class);
    configuration.setClassResolverArguments(
        "java.lang", "java.util", "io.netty", "org.redisson.api");
    try {
      return classes.apply(new ClassFileImporter());
    } finally {
      configuration.unsetClassResolver();
    }
  }

  /** A class of a test's own, read like the others. */
  static JavaClasses of(Class<?> type) {
    return read(importer -> importer.importClasses(type));
  }

  /** Those of all modules. */
  static JavaClasses all() {
    assertTrue(Main.CLASSES.contain("io.callbox.node.RpcNode"));
    assertTrue(Main.CLASSES.contain("io.callbox.gateway.Gateway"));
    return Main.CLASSES;
  }

  /** Those of one module. */
  static Stream<JavaClass> below(Path folder) {
    String place = folder.toAbsolutePath().normalize().toUri().toString();
    return all().stream()
        .filter(type -> type.getSource().orElseThrow().getUri().toString().startsWith(place));
  }

  /** Those of all modules but some. */
  static List<JavaClass> without(Set<String> modules) {
    return PublishedSources.modules().stream()
        .filter(module -> !modules.contains(module.getFileName().toString()))
        .flatMap(module -> below(module.resolve("target/classes")))
        .toList();
  }

  /**
   * Returns the simple names of the classes, or those around them, that do this: by a call, or by a
   * reference to the method.
   */
  static Set<String> whoDoes(Predicate<JavaAccess<?>> habit, Iterable<JavaClass> classes) {
    return which(type -> type.getAccessesFromSelf().stream().anyMatch(habit), classes);
  }

  /** Returns the simple names of the classes, or those around them, that are like this. */
  static Set<String> which(Predicate<JavaClass> habit, Iterable<JavaClass> classes) {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : classes) {
      if (habit.test(type)) {
        found.add(outermost(type).getSimpleName());
      }
    }
    return found;
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(PublishedClasses::outermost).orElse(type);
  }
}
