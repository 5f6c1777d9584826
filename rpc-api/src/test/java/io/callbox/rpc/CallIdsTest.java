package io.callbox.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CallIdsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node-1-AAAAAAAAAAAAAAAAAAAAAA-42",
        "node-1-A-_AAAAAAAAAAAAAAAAAA9-42",
        "node-1------------------------42"
      })
  void secretOfAnIdIsNotShown(String id) {
    assertEquals("node-1-…-42", CallIds.forLog(id));
    assertTrue(CallIds.hasSecret(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "17",
        "node-1-k3x9-1",
        "node-1-AAAAAAAAAAAAAAAAAAAAAA-",
        "node-1-AAAAAAAAAAAAAAAAAAAAAA-4b",
        "node-1-AAAAAAAAAAAAAAAAAAAA:A-42",
        "-AAAAAAAAAAAAAAAAAAAAAA-42",
        "AAAAAAAAAAAAAAAAAAAAAA-42",
        "c0a8012e-7d4f-4a6b-9f53-1f2e3d4c5b6a"
      })
  void idOfAnotherFormIsShownAsItIs(String id) {
    assertEquals(id, CallIds.forLog(id));
    assertFalse(CallIds.hasSecret(id));
  }

  @Test
  void numberMayBeLong() {
    assertTrue(CallIds.hasSecret("n-AAAAAAAAAAAAAAAAAAAAAA-9223372036854775807"));
  }
}
