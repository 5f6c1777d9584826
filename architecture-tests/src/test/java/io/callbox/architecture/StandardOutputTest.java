package io.callbox.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console belongs to the program: a library logs. Only what is a program itself may print. */
final class StandardOutputTest {

  /** The modules that are programs. */
  private static final Set<String> PROGRAMS = Set.of("rpc-cli", "rpc-maven-plugin");

  @Test
  void noLibraryPrints() {
    assertEquals(
        Set.of(),
        PublishedClasses.whoDoes(StandardOutputTest::prints, PublishedClasses.without(PROGRAMS)));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        BadOutput.Printed.class,
        BadOutput.PrintedByReference.class,
        BadOutput.Traced.class
      })
  void outputIsFound(Class<?> bad) {
    assertEquals(
        Set.of("BadOutput"),
        PublishedClasses.whoDoes(StandardOutputTest::prints, PublishedClasses.of(bad)));
  }

  private static boolean prints(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    return (target instanceof FieldAccessTarget
            && target.getOwner().isEquivalentTo(System.class)
            && Set.of("out", "err").contains(target.getName()))
        || (target instanceof CodeUnitAccessTarget called
            && called.getName().equals("printStackTrace")
            && called.getRawParameterTypes().isEmpty());
  }
}
