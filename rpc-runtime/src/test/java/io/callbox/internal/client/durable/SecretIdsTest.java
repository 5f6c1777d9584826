package io.callbox.internal.client.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.DurableOptions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ids that nobody can guess. */
final class SecretIdsTest {

  private static final int MANY = 1_000;
  private static final int BYTES = 16;

  /** Each has bytes of its own, also where new ones are fetched. */
  @Test
  void noTwoIdsAreAlike() {
    SecretIds ids = new SecretIds();
    Set<String> all = new HashSet<>();
    for (int made = 0; made < MANY; made++) {
      all.add(DurableOptions.checkedId(ids.next()));
    }
    assertEquals(MANY, all.size());
  }

  /**
   * A byte that is the same in all ids would be one that is not random: a place left empty, say.
   */
  @Test
  void eachByteOfAnIdIsRandom() {
    SecretIds ids = new SecretIds();
    List<Set<Byte>> seen = new ArrayList<>();
    for (int place = 0; place < BYTES; place++) {
      seen.add(new HashSet<>());
    }
    for (int made = 0; made < MANY; made++) {
      byte[] bytes = Base64.getUrlDecoder().decode(ids.next());
      assertEquals(BYTES, bytes.length);
      for (int place = 0; place < BYTES; place++) {
        seen.get(place).add(bytes[place]);
      }
    }
    seen.forEach(place -> assertTrue(place.size() > 100, place.toString()));
  }
}
