package io.callbox.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom a server knows, as callers. */
final class PrincipalNameTest {

  private static String name(String principal) {
    RequestHead head = new RequestHead("GET", "/", Map.of(), principal);
    return Authenticator.principal().authenticate(head).orElseThrow().name();
  }

  @Test
  void nameThatACallerMayHaveStays() {
    for (String each : List.of("ada", "order-service", "_x", "A_40", "x".repeat(64))) {
      assertEquals(each, name(each));
    }
  }

  @Test
  void noTwoNamesAreOneCallers() {
    Set<String> names = new HashSet<>();
    List<String> principals =
        List.of(
            "ada@example.com",
            "-ada_40example_2Ecom",
            "ada_40example_2Ecom",
            "ada.example.com",
            "-",
            "",
            "é",
            "x".repeat(65),
            "x".repeat(66),
            "-_sha",
            "-" + "x".repeat(63));
    principals.forEach(each -> names.add(name(each)));
    assertEquals(principals.size(), names.size(), names::toString);
    assertEquals("-ada_40example_2Ecom", name("ada@example.com"));
  }

  @Test
  void nobodyIsKnownByAServerThatSaysNothing() {
    RequestHead head = new RequestHead("GET", "/", Map.of());
    assertTrue(Authenticator.principal().authenticate(head).isEmpty());
  }

  @Test
  void onlyThisMachineIsLetInOverLoopback() {
    assertTrue(loopback(Map.of("host", "localhost:8080")));
    assertTrue(loopback(Map.of("host", "[::1]:8080")));
    assertTrue(loopback(Map.of("host", "127.0.0.1")));
    assertTrue(!loopback(Map.of()));
    assertTrue(!loopback(Map.of("host", "evil.example:8080")));
    assertTrue(!loopback(Map.of("host", "localhost.evil.example")));
    assertTrue(!loopback(Map.of("host", "localhost", "x-forwarded-for", "203.0.113.7")));
  }

  private static boolean loopback(Map<String, String> headers) {
    RequestHead head = new RequestHead("GET", "/", headers);
    return Authenticator.loopback().authenticate(head).isPresent();
  }
}
