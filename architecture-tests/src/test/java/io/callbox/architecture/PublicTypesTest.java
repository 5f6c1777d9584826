package io.callbox.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Which types users see is a decision, and written down: a type that becomes public, or is no
 * longer, changes {@code docs/public-types.txt} in the same commit. Run with {@code
 * -Dpublic.types.rewrite=true} to write the file anew.
 */
final class PublicTypesTest {

  private static final Path ROOT = Path.of("..");
  private static final Path FILE = ROOT.resolve("docs/public-types.txt");

  /** The modules that are programs: users start them, and compile against none of their types. */
  private static final Set<String> PROGRAMS = Set.of("rpc-cli", "rpc-maven-plugin");

  private static final String HEAD =
      """
      # The types that users see, by module. PublicTypesTest compares; -Dpublic.types.rewrite=true rewrites.
      """;

  @Test
  void publicTypesAreThoseThatAreWrittenDown() throws IOException {
    Set<String> found = publicTypes();
    if (Boolean.getBoolean("public.types.rewrite")) {
      Files.writeString(FILE, HEAD + String.join("\n", found) + "\n");
    }
    assertEquals(Set.of(), changes(writtenDown(Files.readString(FILE)), found));
  }

  @Test
  void onlyWhatHasChangedIsSaid() {
    Set<String> before = writtenDown(HEAD + "rpc-api a.Kept\nrpc-api a.Hidden\n");
    Set<String> now = Set.of("rpc-api a.Kept", "rpc-api b.Seen");
    assertEquals(
        Set.of("no longer public: rpc-api a.Hidden", "not written down: rpc-api b.Seen"),
        changes(before, now));
    assertEquals(Set.of(), changes(before, before));
  }

  @Test
  void internalAndHiddenTypesAreNone() {
    ClassFileImporter importer = new ClassFileImporter();
    assertTrue(isSeen(importer.importClass(Seen.class)));
    assertFalse(isSeen(importer.importClass(Hidden.OfAHidden.class)));
    assertFalse(isSeen(importer.importClass(PublicTypesTest.class)));
  }

  /** Otherwise javac warns each user who compiles with {@code -Xlint:all}. */
  @Test
  void typesThatUsersSeeHaveNoGuards() throws IOException {
    Set<String> seen = new TreeSet<>();
    publicTypes().forEach(type -> seen.add(type.substring(type.indexOf(' ') + 1)));
    seen.removeIf(type -> !hasGuards(PublishedClasses.all().get(type)));
    assertEquals(Set.of(), seen);
    assertTrue(hasGuards(new ClassFileImporter().importClass(Hidden.class)));
    assertFalse(hasGuards(new ClassFileImporter().importClass(Seen.class)));
  }

  private static boolean hasGuards(JavaClass type) {
    return type.getMembers().stream()
        .anyMatch(member -> member.isAnnotatedWith(GuardedBy.class.getName()));
  }

  /** A public type. */
  public static final class Seen {
    private Seen() {}
  }

  /** A type that is not. */
  static final class Hidden {
    @GuardedBy("this")
    private int count;

    private Hidden() {}

    synchronized int next() {
      return count++;
    }

    /** A type that nobody sees, though it is public. */
    public static final class OfAHidden {
      private OfAHidden() {}
    }
  }

  private static Set<String> writtenDown(String file) {
    return file.lines()
        .filter(line -> !line.startsWith("#"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> changes(Set<String> before, Set<String> now) {
    Set<String> changes = new TreeSet<>();
    before.stream()
        .filter(type -> !now.contains(type))
        .forEach(type -> changes.add("no longer public: " + type));
    now.stream()
        .filter(type -> !before.contains(type))
        .forEach(type -> changes.add("not written down: " + type));
    return changes;
  }

  private static Set<String> publicTypes() throws IOException {
    Set<String> types = new TreeSet<>();
    for (Path module : modules()) {
      Path classes = module.resolve("target/classes");
      Set<String> exported = exported(classes);
      PublishedClasses.below(classes)
          .filter(PublicTypesTest::isSeen)
          .filter(type -> exported.isEmpty() || exported.contains(type.getPackageName()))
          .forEach(type -> types.add(module.getFileName() + " " + type.getName()));
    }
    assertTrue(types.contains("rpc-runtime io.callbox.node.RpcNode"));
    assertTrue(types.contains("rpc-gateway io.callbox.gateway.Gateway")); // it is no module
    return types;
  }

  private static boolean isSeen(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && !type.getPackageName().contains(".internal")
        && type.getEnclosingClass().map(PublicTypesTest::isOpen).orElse(true);
  }

  private static boolean isOpen(JavaClass enclosing) {
    return isSeen(enclosing) || enclosing.isEquivalentTo(PublicTypesTest.class);
  }

  private static List<Path> modules() {
    return PublishedSources.modules().stream()
        .filter(each -> !PROGRAMS.contains(each.getFileName().toString()))
        .toList();
  }

  /** The packages that everybody may use; empty for what is no module. */
  private static Set<String> exported(Path classes) throws IOException {
    Path descriptor = classes.resolve("module-info.class");
    if (!Files.exists(descriptor)) {
      return Set.of();
    }
    try (InputStream in = Files.newInputStream(descriptor)) {
      return ModuleDescriptor.read(in).exports().stream()
          .filter(each -> !each.isQualified())
          .map(ModuleDescriptor.Exports::source)
          .collect(Collectors.toSet());
    }
  }
}
