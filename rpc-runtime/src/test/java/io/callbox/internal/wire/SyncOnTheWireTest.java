package io.callbox.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.annotation.Sync;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a durable request says of where it has to be known that it runs. */
final class SyncOnTheWireTest {

  @ParameterizedTest
  @NullSource
  @EnumSource(Sync.class)
  void choiceIsReadAsItWasWritten(@Nullable Sync sync) throws IOException {
    assertEquals(sync, syncOf(written(sync)));
  }

  /** A node that does not know the word refuses the request; it ignores a member. */
  @Test
  void choiceToWaitForNothingIsAMemberThatOlderNodesIgnore() throws IOException {
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"m\",\"keep\":5,\"unsynced\":true,"
            + "\"params\":null}",
        written(Sync.NONE));
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"m\",\"keep\":5,\"params\":null}",
        written(null));
  }

  @Test
  void choiceToWaitCountsBesideTheOtherInAnyOrder() throws IOException {
    assertEquals(Sync.AOF, syncOf(request("\"unsynced\":true,\"sync\":\"AOF\"")));
    assertEquals(Sync.AOF, syncOf(request("\"sync\":\"AOF\",\"unsynced\":true")));
    assertEquals(Sync.NONE, syncOf(request("\"sync\":\"NONE\"")));
    assertNull(syncOf(request("\"unsynced\":false")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"unsynced\":1", "\"unsynced\":\"true\"", "\"sync\":\"none\""})
  void choiceOfAnotherFormIsRefused(String member) {
    assertThrows(MalformedMessageException.class, () -> syncOf(request(member)));
  }

  private static String written(@Nullable Sync sync) throws IOException {
    Durability durability = new Durability(5, 0, 0, sync, null);
    Request head = new Request(RequestId.of("a"), "m", null, 0, 0, null, Map.of(), durability, 0);
    return new String(EnvelopeWriter.request(head, out -> out.writeNull()), StandardCharsets.UTF_8);
  }

  private static String request(String member) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"m\",\"keep\":5," + member + "}";
  }

  private static @Nullable Sync syncOf(String request) throws IOException {
    Durability durability = ReadRequest.of(request).head().durability();
    if (durability == null) {
      throw new AssertionError("not durable: " + request);
    }
    return durability.sync();
  }
}
