package io.callbox.transport.memory;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.transport.QueueName;
import org.junit.jupiter.api.Test;

final class MemoryNumbersTest {

  private static final QueueName OWNER = new QueueName("services:Arith");

  private final MemoryNumbers numbers = new MemoryNumbers();

  @Test
  void numberIsNewOnce() {
    assertTrue(numbers.add(OWNER, 1));
    assertFalse(numbers.add(OWNER, 1));
  }

  @Test
  void oldNumberIsForgotten() {
    for (long number = 1; number <= 1_001; number++) {
      numbers.add(OWNER, number);
    }
    assertFalse(numbers.add(OWNER, 2));
    assertTrue(numbers.add(OWNER, 1_002));
    assertTrue(numbers.add(OWNER, 2), "it need not be known any more");
  }

  @Test
  void ownerWithoutNewNumbersIsForgotten() {
    numbers.add(OWNER, 1);
    for (int owner = 0; owner < 1_000; owner++) {
      numbers.add(new QueueName("services:Arith" + owner), 1);
    }
    assertTrue(numbers.add(OWNER, 1));
  }
}
