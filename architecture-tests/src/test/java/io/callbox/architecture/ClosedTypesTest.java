package io.callbox.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * You can change freely what others cannot reach: a class that nothing extends is final, and a
 * class of a hidden package is not public if only its own package uses it.
 */
final class ClosedTypesTest {

  @Test
  void classThatNothingExtendsIsFinal() {
    assertEquals(Set.of(), which(ClosedTypesTest::isOpen, PublishedClasses.all()));
  }

  @Test
  void hiddenClassOfOnePackageIsNotPublic() {
    assertEquals(Set.of(), which(ClosedTypesTest::isNeedlesslyPublic, PublishedClasses.all()));
  }

  @Test
  void openClassIsFound() {
    Iterable<JavaClass> bad = PublishedClasses.of(Open.class);
    assertEquals(Set.of("Open"), which(ClosedTypesTest::isOpen, bad));
  }

  @Test
  void publicClassOfOnePackageIsFound() {
    Iterable<JavaClass> bad =
        new ClassFileImporter().importPackages(ClosedTypesTest.class.getPackageName());
    assertEquals(Set.of("OfOnePackage"), which(ClosedTypesTest::isNeedlesslyPublic, bad));
  }

  private static Set<String> which(Predicate<JavaClass> rule, Iterable<JavaClass> classes) {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : classes) {
      if (rule.test(type)) {
        found.add(type.getSimpleName());
      }
    }
    return found;
  }

  /** Spring extends the classes of configurations while an application runs. */
  private static boolean isOpen(JavaClass type) {
    return !type.isInterface()
        && !type.isEnum()
        && !type.isAnonymousClass()
        && !type.getModifiers().contains(FINAL)
        && !type.getModifiers().contains(ABSTRACT)
        && type.getSubclasses().isEmpty();
  }

  private static boolean isNeedlesslyPublic(JavaClass type) {
    return type.isTopLevelClass()
        && type.getModifiers().contains(PUBLIC)
        && type.getPackageName().contains(".internal")
        && type.getPackage().getClasses().stream()
            .filter(part -> part.equals(type) || part.getName().startsWith(type.getName() + '$'))
            .flatMap(part -> part.getDirectDependenciesToSelf().stream())
            .map(each -> each.getOriginClass().getPackageName())
            .allMatch(type.getPackageName()::equals);
  }

  /** Nothing extends it, and anything may: the rule must find it. */
  static class Open {}
}
