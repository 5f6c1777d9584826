package io.callbox.internal.redisson.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedisAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      nullValues = "-",
      value = {
        "redis://h:1 redis://h:1 - - 0 redis://h:1",
        "rediss://h.example:6379/ rediss://h.example:6379 - - 0 rediss://h.example:6379",
        "redis://h:1/5 redis://h:1 - - 5 redis://h:1/5",
        "redis://u:p@h:1/5 redis://h:1 u p 5 redis://***@h:1/5",
        "redis://p@h:1 redis://h:1 - p 0 redis://***@h:1",
        "redis://:p@h:1 redis://h:1 - p 0 redis://***@h:1",
        "redis://u:p/a@s:s?#+@h:1 redis://h:1 u p/a@s:s?#+ 0 redis://***@h:1",
        "redis://u%3Av:%25%40%2F%C3%BC@h:1 redis://h:1 u:v %@/ü 0 redis://***@h:1",
        "redis://[::1]:6379/3 redis://[::1]:6379 - - 3 redis://[::1]:6379/3",
        "redis://::1:6379 redis://[::1]:6379 - - 0 redis://[::1]:6379"
      })
  void everyPartIsHonoured(
      String uri, String place, String user, String password, int database, String shown) {
    RedisAddress address = RedisAddress.of(uri);
    assertEquals(place, address.withoutSecrets());
    assertEquals(user, address.user());
    assertEquals(password, address.password());
    assertEquals(database, address.database());
    assertEquals(shown, address.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "h:1",
        "http://h:1",
        "redis+uds:///tmp/secret",
        "redis:h:1",
        "redis://",
        "redis://secret",
        "redis://secret:secret",
        "redis://u:secret@h",
        "redis://u:secret@h:",
        "redis://u:secret@:1",
        "redis://u:secret@h:0",
        "redis://u:secret@h:65536",
        "redis://u:secret@h:1x",
        "redis://u:secret@h:-1",
        "redis://u:secret@[::1]",
        "redis://u:secret@h:1/x",
        "redis://u:secret@h:1/-1",
        "redis://u:secret@h:1/2147483648",
        "redis://u:secret@h:1/5/",
        "redis://u:secret@h:1/5?timeout=1",
        "redis://u:secret@h:1#secret",
        "redis://u:secret%zz@h:1",
        "redis://u:secret%2@h:1",
        "redis://@h:1",
        "redis://:@h:1"
      })
  void unsupportedPartIsRefusedAndNotQuoted(String uri) {
    String refusal =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> RedisAddress.of(uri)).getMessage());
    assertTrue(refusal.startsWith("a Redis URI "), refusal);
    assertFalse(refusal.contains("secret"), refusal);
  }

  @Test
  void refusalSaysWhatIsWrong() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> RedisAddress.of("redis://h:1/x"));
    assertEquals(
        "a Redis URI has nothing but the number of a database after its host, as in '/5':"
            + " redis://[user:password@]host:port[/database]",
        refused.getMessage());
  }
}
