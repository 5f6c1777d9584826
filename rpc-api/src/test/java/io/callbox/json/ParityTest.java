package io.callbox.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What is written here is what Jackson's mapper writes, byte for byte, and what it writes is read
 * here as it reads it. Run more cases with {@code -Djqwik.tries.default=100000}.
 */
final class ParityTest {

  @Provide
  Arbitrary<Shape.Sample<?>> simple() {
    return NestedShapes.ofDepth(0).flatMap(Shape::samples);
  }

  @Provide
  Arbitrary<Shape.Sample<?>> nested() {
    return NestedShapes.ofDepth(3).flatMap(Shape::samples);
  }

  @Property
  void simpleValuesAreWrittenAndReadAsJacksonDoes(@ForAll("simple") Shape.Sample<?> sample)
      throws IOException {
    check(sample);
  }

  @Property(
      edgeCases = EdgeCasesMode.NONE) // to list those of all shapes takes longer than the rest
  void nestedValuesAreWrittenAndReadAsJacksonDoes(@ForAll("nested") Shape.Sample<?> sample)
      throws IOException {
    check(sample);
  }

  private static <T> void check(Shape.Sample<T> sample) throws IOException {
    Shape<T> shape = sample.shape();
    String theirs =
        new String(Jackson.MAPPER.writerFor(shape.type()).writeValueAsBytes(sample.value()), UTF_8);
    assertEquals(theirs, RoundTrip.write(sample.value(), shape.writer()));
    T readHere = RoundTrip.read(theirs, shape.reader());
    T readThere = Jackson.MAPPER.readValue(theirs, shape.type());
    assertTrue(Same.same(readThere, readHere), () -> "read as " + readHere + ", not " + readThere);
    assertEquals(theirs, RoundTrip.write(readHere, shape.writer()));
  }
}
