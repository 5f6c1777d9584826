package io.callbox.processor.model;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each method that a {@link ValueMethods} names is a method of the runtime. */
final class ValueMethodsTest {

  @Test
  void everyReaderAndWriterIsThere() {
    all().forEach(ValueMethodsTest::check);
  }

  @Test
  void oneThatIsNotThereIsFound() {
    assertThrows(AssertionError.class, () -> check(ValueMethods.of("Texts", "Poem")));
    assertThrows(AssertionError.class, () -> check(ValueMethods.number("Half")));
  }

  private static Stream<ValueMethods> all() {
    return Stream.of(
            Arrays.stream(PrimitiveShape.values())
                .flatMap(shape -> Stream.of(shape.methods(), shape.arrayMethods())),
            Arrays.stream(StandardShape.values()).map(StandardShape::methods),
            Arrays.stream(ContainerShape.Kind.values()).map(ContainerShape.Kind::methods),
            Arrays.stream(MapShape.Kind.values())
                .map(kind -> new ValueMethods("Maps." + kind.reader(), "Maps.write")))
        .flatMap(each -> each);
  }

  private static void check(ValueMethods methods) {
    assertTrue(isThere(methods.reader(), JsonParser.class), methods.reader());
    assertTrue(isThere(methods.writer(), JsonGenerator.class), methods.writer());
  }

  /** Whether a method is public, and a static one takes the parser or generator first. */
  private static boolean isThere(String qualified, Class<?> first) {
    int dot = qualified.lastIndexOf('.');
    boolean ofGenerator = qualified.substring(0, dot).equals(ValueMethods.GENERATOR);
    return methods(ofGenerator ? JsonGenerator.class : runtime(qualified.substring(0, dot)))
        .stream()
        .filter(method -> method.getName().equals(qualified.substring(dot + 1)))
        .anyMatch(
            method ->
                ofGenerator
                    || (Modifier.isStatic(method.getModifiers())
                        && method.getParameterTypes()[0] == first));
  }

  private static List<Method> methods(Class<?> owner) {
    return List.of(owner.getMethods());
  }

  private static Class<?> runtime(String name) {
    try {
      return Class.forName("io.callbox.json." + name);
    } catch (ClassNotFoundException missing) {
      throw new AssertionError(name, missing);
    }
  }
}
