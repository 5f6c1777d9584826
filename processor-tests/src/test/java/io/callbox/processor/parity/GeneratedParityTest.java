package io.callbox.processor.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Generated code writes what Jackson's mapper writes for the same value, and each reads what the
 * other wrote. Each try is one random value of each type. Run more with {@code
 * -Djqwik.tries.default=10000}.
 */
final class GeneratedParityTest {

  private static final List<EchoMethod> METHODS =
      Stream.of(
              EchoMethod.of("good/Types"),
              EchoMethod.of("good/Standard"),
              EchoMethod.of("parity/Annotated"),
              EchoMethod.of("parity/Classes"),
              EchoMethod.of("parity/Odd"),
              EchoMethod.of("parity/Required"),
              EchoMethod.ofDatabound("parity/Databound"))
          .flatMap(List::stream)
          .toList();

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.randomValue(Random::nextLong);
  }

  @Property(shrinking = ShrinkingMode.OFF) // a seed does not get simpler
  void generatedCodeAgreesWithTheMapper(@ForAll("seeds") long seed) throws Throwable {
    for (EchoMethod method : METHODS) {
      check(method, new RandomValues(new Random(seed)).of(method.type()));
    }
  }

  private static void check(EchoMethod method, Object value) throws Throwable {
    String theirs = Parity.write(value, method.type());
    String ours = method.write(value);
    assertEquals(Parity.canonical(theirs), Parity.only(ours), method::toString);
    Object readThere = Parity.read(theirs, method.type());
    Object readHere = method.read(theirs);
    assertTrue(
        Same.same(readThere, readHere),
        () -> method + ": " + theirs + " is read as " + readHere + ", not " + readThere);
    assertEquals(
        Parity.canonical(Parity.write(readHere, method.type())),
        Parity.only(method.write(readHere)),
        method::toString);
  }
}
