package io.callbox.gateway;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExposedTest {

  @Test
  void methodIsExposedByItsNameOrByThatOfItsService() {
    Exposed exposed = Exposed.of(List.of("com.acme.Orders.*", "Größe.messen"));
    assertTrue(exposed.test("com.acme.Orders.place"));
    assertTrue(exposed.test("Größe.messen"));
    assertFalse(exposed.test("Größe.löschen"));
    assertFalse(exposed.test("com.acme.place"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "*", ".*", "Orders", "Orders.", "Orders.**", "a b.c", "a.b c", "a*.b"})
  void otherTextExposesNothing(String text) {
    assertThrows(IllegalArgumentException.class, () -> Exposed.of(List.of(text)));
  }
}
