package io.callbox.architecture;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import io.callbox.transport.QueueName;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redisson.api.RedissonClient;

/**
 * Nothing of a message chooses a key or a class: keys come from the namespace, and no reader takes
 * the name of a type from what it reads.
 */
final class KeysAndTypesTest {

  private static final Map<String, String> MAY_NAME_KEYS =
      Map.ofEntries(
          entry("AnyQueuePop", "Redis says from which of the asked queues it has taken"),
          entry("Namespace", "it makes the keys"),
          entry("NodeCards", "it reads keys that the namespace has made"),
          entry("QueueName", "the other keys of a queue"),
          entry("RedisChannels", "it subscribes to channels that the namespace has named"),
          entry("RedisVersion", "a script without keys still needs one, to find its server"),
          entry("ReplyPath", "the test kit keeps replies back in a place of its own"),
          entry("ResponseSender", "the namespace has said that this caller may be answered there"),
          entry("SampledClock", "a script without keys still needs one, to find its server"),
          entry("Shards", "the queues of a service that is spread"),
          entry("ShownRequest", "it masks a key for people, and asks Redis nothing"),
          entry("WaitCommand", "it waits at the queue that it is given"));

  @Test
  void keysComeFromTheNamespace() {
    assertEquals(
        new TreeSet<>(MAY_NAME_KEYS.keySet()),
        PublishedClasses.whoDoes(KeysAndTypesTest::namesAKey, PublishedClasses.all()));
  }

  @Test
  void typesComeFromTheContract() {
    assertEquals(
        Set.of(), PublishedClasses.whoDoes(KeysAndTypesTest::readsTypes, PublishedClasses.all()));
  }

  /** With Jackson, an annotation is enough for a message to name a class. */
  @Test
  void noAnnotationLetsAMessageNameAClass() {
    assertEquals(
        Set.of(), PublishedClasses.which(KeysAndTypesTest::namesClasses, PublishedClasses.all()));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        BadKeys.AnnotatedType.class,
        BadKeys.AnnotatedField.class,
        BadKeys.AnnotatedParameter.class
      })
  void annotationThatNamesClassesIsFound(Class<?> bad) {
    assertEquals(
        Set.of("BadKeys"),
        PublishedClasses.which(KeysAndTypesTest::namesClasses, PublishedClasses.of(bad)));
  }

  @Test
  void annotationOfAnotherLibraryIsNot() {
    assertEquals(
        Set.of(),
        PublishedClasses.which(
            KeysAndTypesTest::namesClasses, PublishedClasses.of(BadKeys.AnnotatedByOthers.class)));
  }

  @ParameterizedTest
  @ValueSource(classes = {BadKeys.OfAMessage.class, BadKeys.OfRedisson.class})
  void keyThatAMessageChoosesIsFound(Class<?> type) {
    Iterable<JavaClass> bad = PublishedClasses.of(type);
    assertEquals(Set.of("BadKeys"), PublishedClasses.whoDoes(KeysAndTypesTest::namesAKey, bad));
  }

  @ParameterizedTest
  @ValueSource(classes = {BadKeys.TypedByJackson.class, BadKeys.TypedByJava.class})
  void typeThatAMessageChoosesIsFound(Class<?> bad) {
    assertEquals(
        Set.of("BadKeys"),
        PublishedClasses.whoDoes(KeysAndTypesTest::readsTypes, PublishedClasses.of(bad)));
  }

  private static boolean namesAKey(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget called
        && ((called.getOwner().isEquivalentTo(QueueName.class) && called.getName().equals("<init>"))
            || (called.getOwner().isEquivalentTo(RedissonClient.class)
                && called.getRawParameterTypes().stream()
                    .anyMatch(each -> each.isEquivalentTo(String.class))));
  }

  private static boolean readsTypes(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget called
        && (called.getName().matches("(activate|enable|set)DefaultTyping\\w*")
            || called.getOwner().getName().startsWith("org.redisson.codec.")
            || called.getOwner().isEquivalentTo(java.io.ObjectInputStream.class)
            || called.getOwner().getName().equals("java.beans.XMLDecoder"));
  }

  private static boolean namesClasses(JavaClass type) {
    return Stream.of(
            type.getAnnotations().stream(),
            type.getMembers().stream().flatMap(member -> member.getAnnotations().stream()),
            type.getCodeUnits().stream()
                .flatMap(unit -> unit.getParameterAnnotations().stream())
                .flatMap(Set::stream))
        .flatMap(annotations -> annotations)
        .anyMatch(KeysAndTypesTest::namesClasses);
  }

  /** Another library's {@code use} may be of any type. */
  private static boolean namesClasses(JavaAnnotation<?> annotation) {
    return annotation.getRawType().getName().startsWith("com.fasterxml.jackson.")
        && (Set.of("JsonTypeIdResolver", "JsonTypeResolver")
                .contains(annotation.getRawType().getSimpleName())
            || annotation.get("use").filter(KeysAndTypesTest::isAClass).isPresent());
  }

  private static boolean isAClass(Object use) {
    return use instanceof JavaEnumConstant id && id.name().endsWith("CLASS");
  }
}
