package io.callbox.internal.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class RingTest {

  private static final int SIZE = 4;

  private record Element(long number) {}

  private final Ring<Element> ring = new Ring<>(SIZE, Element::number);

  @Test
  void elementIsFoundByItsNumberAndRemovedOnce() {
    Element one = added(1);
    assertSame(one, ring.get(1));
    assertSame(one, ring.remove(1));
    assertNull(ring.remove(1));
    assertFalse(ring.remove(one));
    assertNull(ring.get(1));
  }

  @Test
  void elementWhosePlaceIsTakenIsBesideTheRing() {
    Element old = added(1);
    Element young = added(1 + SIZE);
    Element youngest = added(1 + 2 * SIZE);
    assertSame(old, ring.get(1));
    assertSame(young, ring.get(1 + SIZE));
    assertEquals(3, ring.all().size());
    assertTrue(ring.remove(old));
    assertNull(ring.get(1));
    assertSame(young, ring.remove(1 + SIZE));
    assertTrue(ring.remove(youngest));
    assertTrue(ring.isEmpty());
  }

  @Test
  void placeThatIsFreeAgainIsTakenByTheNextWhileOneIsStillBeside() {
    Element old = added(1);
    Element beside = added(1 + SIZE);
    ring.remove(old);
    Element next = added(1 + 2 * SIZE);
    assertSame(next, ring.get(1 + 2 * SIZE));
    assertSame(beside, ring.remove(1 + SIZE));
    assertFalse(ring.isEmpty());
    assertEquals(List.of(next), ring.all());
  }

  @Test
  void numbersBelowZeroHavePlacesToo() { // they count on when they have counted to the end
    Element one = added(Integer.MIN_VALUE);
    Element other = added(-1);
    assertSame(one, ring.remove(Integer.MIN_VALUE));
    assertTrue(ring.remove(other));
    assertTrue(ring.isEmpty());
  }

  @Test
  void eachElementIsRemovedByOneThread() throws InterruptedException {
    AtomicInteger removed = new AtomicInteger();
    List<Element> all = new ArrayList<>();
    for (int number = 0; number < 1_000; number++) {
      all.add(added(number));
    }
    List<Thread> threads = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      threads.add(new Thread(() -> all.forEach(each -> remove(each, removed))));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(all.size(), removed.get());
    assertTrue(ring.isEmpty());
  }

  private void remove(Element element, AtomicInteger removed) {
    boolean byNumber = element.number() % 2 == 0;
    if (byNumber ? ring.remove(element.number()) != null : ring.remove(element)) {
      removed.incrementAndGet();
    }
  }

  private Element added(long number) {
    Element element = new Element(number);
    ring.add(element);
    return element;
  }
}
