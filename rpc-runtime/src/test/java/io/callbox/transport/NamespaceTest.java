package io.callbox.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names there may be, and which channel a request may name. */
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

  @Test
  void nameHasLettersDigitsAndThreeSigns() {
    for (String name : new String[] {"a", "Z9_.-", "0", "x".repeat(128)}) {
      assertTrue(Namespace.isName(name), name);
    }
    for (String name : new String[] {"", "x".repeat(129), "a:b", "a b", "é", "a\n", "{a}", "a/b"}) {
      assertFalse(Namespace.isName(name), name);
    }
  }

  @Test
  void requestNamesOnlyAChannelOfItsOwnNode() {
    String channel = Namespace.NONE.resultsOf("asker", "secret").key();
    assertEquals("rpc:done:asker:secret", channel);
    assertTrue(Namespace.NONE.mayTellOn(channel, "asker"));
    for (String from : new String[] {"aske", "asker:", "asker:secret", "thief", "", null}) {
      assertFalse(Namespace.NONE.mayTellOn(channel, from), from);
    }
    for (String other :
        new String[] {
          "rpc:done", "rpc:done:asker", "rpc:done:asker:", "rpc:done:asker:a:b", "x" + channel, ""
        }) {
      assertFalse(Namespace.NONE.mayTellOn(other, "asker"), other);
    }
    assertFalse(Namespace.NONE.mayTellOn("rpc:done:a b:secret", "a b"), "that is no node");
    assertFalse(Namespace.of("shop").mayTellOn(channel, "asker"), "another namespace");
    assertTrue(Namespace.of("shop").mayTellOn("shop:" + channel, "asker"));
  }
}
