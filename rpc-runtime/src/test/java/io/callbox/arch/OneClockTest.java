package io.callbox.arch;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.callbox.arch.bad.Clocks;
import io.callbox.arch.bad.Delays;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.transport.memory.InMemoryTransport;
import java.util.Calendar;
import java.util.Date;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nobody asks this machine for the time of day, so nobody notices when its clock is wrong:
 * deadlines and leases are in the broker's time, and waits in ticks. What a node does later, its
 * own scheduler runs, which a test's clock reaches; the JVM's delays it does not.
 */
final class OneClockTest {

  private static final DescribedPredicate<JavaClass> TIME_OF_DAY =
      JavaClass.Predicates.resideInAPackage("java.time..")
          .or(JavaClass.Predicates.equivalentTo(System.class))
          .as("tell the time of day");

  /** By a call, or by a reference to the method. */
  private static final DescribedPredicate<JavaAccess<?>> ASKS =
      JavaAccess.Predicates.target(owner(TIME_OF_DAY))
          .and(JavaAccess.Predicates.target(nameMatching("now|currentTimeMillis|system.*|tick.*")))
          .or(JavaAccess.Predicates.target(nameMatching("(getL|l)astModified(Time)?")))
          .or(
              JavaAccess.Predicates.target(
                  owner(
                      JavaClass.Predicates.assignableTo(Calendar.class)
                          .or(JavaClass.Predicates.equivalentTo(Date.class)))))
          .as("asks for the time of day");

  private static final DescribedPredicate<JavaCall<?>> DELAYS =
      target(owner(JavaClass.Predicates.assignableTo(CompletableFuture.class)))
          .and(target(nameMatching("delayedExecutor|orTimeout|completeOnTimeout")))
          .or(target(owner(nameMatching("java.util.(Timer|concurrent.Scheduled.*)"))))
          .or(target(nameMatching("newS\\w*Scheduled.*")))
          .as("delay something without the node's scheduler");

  @Test
  void nobodyAsksThisMachineForTheTimeOfDay() {
    ArchRule nobody =
        noClasses()
            .that()
            .resideOutsideOfPackage("..transport.memory..") // its broker is this machine
            .should()
            .accessTargetWhere(ASKS);
    nobody.check(
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.callbox"));
  }

  @Test
  void nothingIsDelayedByTheJvm() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(TaskScheduler.class.getName())
        .and()
        .resideOutsideOfPackage("..internal.redisson..") // Redisson wants timers of its own
        .should()
        .callCodeUnitWhere(DELAYS)
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.callbox"));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Delays.ByExecutor.class,
        Delays.ByTimeout.class,
        Delays.ByDefault.class,
        Delays.ByTimer.class,
        Delays.ByPool.class
      })
  void delaysAreFound(Class<?> delay) {
    JavaClasses classes = new ClassFileImporter().importClasses(delay);
    assertThrows(
        AssertionError.class, () -> noClasses().should().callCodeUnitWhere(DELAYS).check(classes));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Clocks.ByReference.class,
        Clocks.ByCalendar.class,
        Clocks.ByDate.class,
        Clocks.ByTicks.class,
        Clocks.ByFile.class
      })
  void clocksAreFound(Class<?> clock) {
    JavaClasses classes = new ClassFileImporter().importClasses(clock);
    assertThrows(
        AssertionError.class, () -> noClasses().should().accessTargetWhere(ASKS).check(classes));
  }

  @Test
  void ruleFindsCodeThatAsksAnotherClock() {
    JavaClasses memory =
        new ClassFileImporter().importPackages(InMemoryTransport.class.getPackageName());
    assertThrows(
        AssertionError.class, () -> noClasses().should().accessTargetWhere(ASKS).check(memory));
  }
}
