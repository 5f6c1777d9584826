package io.callbox.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NamespaceTest {

  @ParameterizedTest
  @ValueSource(strings = {"Orders", "com.acme.Orders-2", "Größe", "注文.v1", "a"})
  void serviceHasANameOfAnyLanguage(String name) {
    assertEquals(name, Namespace.checkedService(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "a b", "a:b", "a*", "{a}", "a\u0000", "a/b"})
  void otherTextIsNoServicesName(String name) {
    assertFalse(Namespace.isService(name));
    assertThrows(IllegalArgumentException.class, () -> Namespace.checkedService(name));
  }

  @ParameterizedTest
  @ValueSource(ints = {513, 1_000_000})
  void nameOfAServiceIsBounded(int length) {
    assertFalse(Namespace.isService("a".repeat(length)));
    assertFalse(Namespace.isService("a.".repeat(length / 2) + "a"));
  }
}
