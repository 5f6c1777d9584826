package io.callbox.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No reflection while a program calls or serves: what looks at other classes is listed here, with
 * the reason. {@code ArchitectureTest} of the runtime and of the samples, for generated code, are
 * stricter.
 */
final class ReflectionTest {

  private static final Pattern OF_A_CLASS =
      Pattern.compile(
          "forName|newInstance|getClasses|getDeclaredClasses|getRecordComponents"
              + "|getPermittedSubclasses|getEnclosing(Method|Constructor)"
              + "|get(Declared)?(Methods?|Fields?|Constructors?)"
              + "|get(Declared)?Annotations?(ByType)?|isAnnotationPresent|getGeneric\\w+");

  private static final Set<String> MIRRORS =
      Set.of(
          "java.io.ObjectInputStream",
          "java.lang.StackWalker",
          "java.util.ServiceLoader",
          "java.util.concurrent.atomic.AtomicIntegerFieldUpdater",
          "java.util.concurrent.atomic.AtomicLongFieldUpdater",
          "java.util.concurrent.atomic.AtomicReferenceFieldUpdater");

  private static final Set<String> PACKAGES =
      Set.of("java.beans", "java.lang.invoke", "java.lang.reflect", "sun.misc", "sun.reflect");

  /** The modules for tests, which make values of any contract and compare them. */
  private static final Set<String> OF_TESTS = Set.of("rpc-testkit", "rpc-spring-boot-test");

  private static final String AT_THE_START = "it finds generated classes while Spring starts";
  private static final String OF_VALIDATION = "Bean Validation is reflection";

  private static final Map<String, String> MAY_REFLECT =
      Map.of(
          "AccessOptions", "the command loads the access rules that its user names",
          "AotContracts", "it tells a native image what to keep, at build time",
          "Callbox", "picocli describes commands by annotations",
          "CheckedCalls", OF_VALIDATION,
          "Contract", AT_THE_START,
          "RemoteStubs", AT_THE_START,
          "Validated", OF_VALIDATION,
          "ViolationMessage", OF_VALIDATION);

  @Test
  void nobodyReflectsWithoutAReason() {
    assertEquals(
        new TreeSet<>(MAY_REFLECT.keySet()), whoReflects(PublishedClasses.without(OF_TESTS)));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        BadMirrors.ByName.class,
        BadMirrors.ByLoader.class,
        BadMirrors.ByMember.class,
        BadMirrors.ByProxy.class,
        BadMirrors.ByHandle.class,
        BadMirrors.ByService.class,
        BadMirrors.ByStack.class
      })
  void reflectionIsFound(Class<?> bad) {
    assertEquals(Set.of("BadMirrors"), whoReflects(PublishedClasses.of(bad)));
  }

  private static Set<String> whoReflects(Iterable<JavaClass> classes) {
    return PublishedClasses.whoDoes(ReflectionTest::reflects, classes);
  }

  private static boolean reflects(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getTarget().getName();
    return (owner.isEquivalentTo(Class.class) && OF_A_CLASS.matcher(name).matches())
        || (owner.isAssignableTo(ClassLoader.class) && name.equals("loadClass"))
        || MIRRORS.contains(owner.getName())
        || PACKAGES.contains(owner.getPackageName());
  }
}
