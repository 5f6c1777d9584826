package io.callbox.transport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names the shards of a service's queue so that any number of shards lies evenly over the slots of
 * a Redis Cluster. With slots left to chance, one of three masters would have half of them.
 */
final class Shards {

  private static final int SLOTS = 16_384;

  /** Multiples of the golden ratio fill a circle evenly, for any number of them. */
  private static final double STEP = (Math.sqrt(5) - 1) / 2;

  /** The maximum distance of a shard's slot from its target. */
  private static final int TOLERANCE = 128;

  /** The maximum number of names that are tried: one in sixty-four lies near the target. */
  private static final int LONGEST_SEARCH = 100_000;

  private static final int POLYNOMIAL = 0x1021;

  private Shards() {}

  /**
   * Returns this number of shards, beginning with the queue itself. The first ones are the same for
   * any number.
   */
  static List<QueueName> of(QueueName queue, int count) {
    List<QueueName> shards = new ArrayList<>(List.of(queue));
    int home = slot(queue.key());
    Set<Integer> used = new HashSet<>();
    for (int index = 1; index < count; index++) {
      int place = (home + (int) (index * STEP % 1 * SLOTS)) % SLOTS;
      shards.add(new QueueName(queue.key() + ':' + number(queue, place, used)));
    }
    return List.copyOf(shards);
  }

  /** Returns the smallest unused number whose slot is near a target. */
  private static int number(QueueName queue, int place, Set<Integer> used) {
    for (int number = 1; number < LONGEST_SEARCH; number++) {
      int distance = Math.floorMod(slot(queue.key() + ':' + number) - place, SLOTS);
      boolean near = distance <= TOLERANCE || distance >= SLOTS - TOLERANCE;
      if (near && used.add(number)) {
        return number;
      }
    }
    throw new IllegalStateException("no name of a shard of " + queue + " lies near " + place);
  }

  /** The slot of a key without braces: CRC-16 of its bytes, as Redis Cluster has it. */
  static int slot(String key) {
    int crc = 0;
    for (byte each : key.getBytes(StandardCharsets.UTF_8)) {
      crc ^= (each & 0xff) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ POLYNOMIAL;
      }
      crc &= 0xffff;
    }
    return crc % SLOTS;
  }
}
