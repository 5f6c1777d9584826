package io.callbox.internal.server.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How many items a producer is asked for, and how many are on their way. */
final class ItemWindowTest {

  private static final byte[] SMALL = new byte[10];
  private static final byte[] LARGE = new byte[400 << 10];

  private final ItemWindow window = new ItemWindow(32);

  @Test
  void firstItemTellsHowLargeTheyAre() {
    assertEquals(1, window.wanted());
    give(1, SMALL);
    assertEquals(31, window.wanted());
    give(31, SMALL);
    assertEquals(0, window.wanted());
  }

  @Test
  void moreIsAskedForWhenMoreIsGranted() {
    give(1, SMALL);
    give(31, SMALL);
    assertEquals(32, window.send().size());
    window.grant(48);
    assertEquals(16, window.wanted());
  }

  @Test
  void repeatedOrOlderGrantChangesNothing() {
    give(1, SMALL);
    window.send();
    window.grant(33);
    window.grant(33);
    window.grant(2);
    assertEquals(32, window.wanted());
  }

  @Test
  void nobodyIsGrantedMoreThanAWindowBeyondWhatWasSent() {
    window.grant(Long.MAX_VALUE);
    give(1, SMALL);
    assertEquals(31, window.wanted());
    window.send();
    window.grant(Long.MAX_VALUE);
    assertEquals(32, window.wanted());
  }

  @Test
  void itemsThatWereNotAskedForAreRefused() {
    assertFalse(window.give(SMALL));
    give(1, SMALL);
    assertFalse(window.give(SMALL));
  }

  @Test
  void largeItemsAreAskedForAsTheyFit() {
    give(1, LARGE);
    assertEquals(1, window.wanted());
    give(1, LARGE);
    assertEquals(0, window.wanted());
    assertEquals(1, window.send().size());
    assertEquals(1, window.send().size());
  }

  @Test
  void largeItemsThatCameAllTheSameWaitUntilOthersHaveBeenTaken() {
    give(1, SMALL);
    window.asked(3);
    for (int item = 0; item < 3; item++) {
      assertTrue(window.give(LARGE));
    }
    assertEquals(1, window.send().size());
    assertEquals(1, window.send().size());
    assertEquals(1, window.send().size());
    assertEquals(List.of(), window.send());
    assertTrue(window.hasUnsent());
    assertEquals(3, window.sent());
    window.grant(32 + 2);
    assertEquals(1, window.send().size());
    assertFalse(window.hasUnsent());
  }

  private void give(int items, byte[] item) {
    window.asked(items);
    for (int given = 0; given < items; given++) {
      assertTrue(window.give(item));
    }
  }
}
