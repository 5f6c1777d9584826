package io.callbox.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ListenAddressTest {

  @Test
  void uriHasThePortThatWasBound() {
    assertEquals(URI.create("http://127.0.0.1:4711"), ListenAddress.of("127.0.0.1:0").uri(4711));
  }

  @Test
  void addressOfVersionSixIsInBrackets() {
    ListenAddress address = ListenAddress.of("[::1]:8420");
    assertEquals(8420, address.socket().getPort());
    assertEquals(URI.create("http://[0:0:0:0:0:0:0:1]:8420"), address.uri(8420));
  }

  @Test
  void onlyLoopbackIsOutOfReachOfOthers() {
    assertTrue(ListenAddress.DEFAULT.isLoopback());
    assertTrue(ListenAddress.of("127.0.0.5:0").isLoopback());
    assertFalse(ListenAddress.of("0.0.0.0:0").isLoopback());
  }

  @Test
  void clientsOfThisMachineCallItByTheseNames() {
    assertEquals(
        "[localhost:9, 127.0.0.1:9, [::1]:9, 127.0.0.5:9]",
        ListenAddress.of("127.0.0.5:0").localNames(9).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8420", ":8420", "127.0.0.1", "127.0.0.1:", "127.0.0.1:http", "127.0.0.1:65536"})
  void otherFormsAreRefused(String malformed) {
    assertThrows(IllegalArgumentException.class, () -> ListenAddress.of(malformed));
  }
}
