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

/** The methods that codecs name as text are methods of the runtime. */
final class CodecTest {

  @Test
  void everyReaderAndWriterIsThere() {
    all().forEach(CodecTest::check);
  }

  @Test
  void oneThatIsNotThereIsFound() {
    assertThrows(AssertionError.class, () -> check(Codec.of("Texts", "Poem")));
    assertThrows(AssertionError.class, () -> check(Codec.number("Half")));
  }

  private static Stream<Codec> all() {
    return Stream.of(
            Arrays.stream(PrimitiveShape.values())
                .flatMap(shape -> Stream.of(shape.codec(), shape.arrayCodec())),
            Arrays.stream(StandardShape.values()).map(StandardShape::codec),
            Arrays.stream(ContainerShape.Kind.values()).map(ContainerShape.Kind::codec),
            Arrays.stream(MapShape.Kind.values())
                .map(kind -> new Codec("Maps." + kind.reader(), "Maps.write")))
        .flatMap(codecs -> codecs);
  }

  private static void check(Codec codec) {
    assertTrue(isThere(codec.reader(), JsonParser.class), codec.reader());
    assertTrue(isThere(codec.writer(), JsonGenerator.class), codec.writer());
  }

  /** Whether a method is public, and a static one takes the parser or generator first. */
  private static boolean isThere(String qualified, Class<?> first) {
    int dot = qualified.lastIndexOf('.');
    boolean ofGenerator = qualified.substring(0, dot).equals(Codec.GENERATOR);
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
