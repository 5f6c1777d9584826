package io.callbox.json;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever JSON comes, a reader answers with a value or with a mismatch, never otherwise. */
final class RefusalTest {

  @Provide
  Arbitrary<Shape<?>> shapes() {
    return NestedShapes.ofDepth(1);
  }

  @Provide
  Arbitrary<String> json() {
    Arbitrary<String> text =
        Arbitraries.strings().withChars("0123456789-+:.TZPDHMS[]/_#eEaUn ").ofMaxLength(30);
    Arbitrary<String> string =
        text.map(t -> '"' + new String(JsonStringEncoder.getInstance().quoteAsString(t)) + '"');
    Arbitrary<String> number =
        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(12).map(digits -> "1" + digits);
    Arbitrary<String> exponent = number.flatMap(n -> number.map(e -> n + ".5e-" + e));
    Arbitrary<String> scalar =
        Arbitraries.oneOf(string, number, exponent, Arbitraries.of("null", "true", "{}", "[]"));
    return Arbitraries.oneOf(
        scalar, scalar.map(s -> "[" + s + "]"), scalar.map(s -> "{\"x\":" + s + "}"));
  }

  @Property(
      edgeCases = EdgeCasesMode.NONE) // to list those of all shapes takes longer than the rest
  void everyRefusalIsAMismatch(@ForAll("shapes") Shape<?> shape, @ForAll("json") String json)
      throws IOException {
    try {
      RoundTrip.read(json, shape.reader());
    } catch (JsonMismatchException refused) {
      assertTrue(refused.problem().startsWith("must "), refused.problem());
    }
  }
}
