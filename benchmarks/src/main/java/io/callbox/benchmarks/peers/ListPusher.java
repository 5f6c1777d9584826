package io.callbox.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.redisson.api.RDeque;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/**
 * Pushes frames to one list: each alone, or those that gather while a push is under way at once.
 */
final class ListPusher {

  private static final int MAX = 256;

  private final RDeque<byte[]> list;
  private final boolean batched;
  private final Queue<byte[]> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();

  ListPusher(RedissonClient client, String key, boolean batched) {
    this.list = client.getDeque(key, ByteArrayCodec.INSTANCE);
    this.batched = batched;
  }

  void push(byte[] frame) {
    if (!batched) {
      list.addFirstAsync(frame);
      return;
    }
    waiting.add(frame);
    if (count.getAndIncrement() == 0) {
      pushNext();
    }
  }

  void push(List<byte[]> frames) {
    if (!batched) {
      frames.forEach(list::addFirstAsync);
      return;
    }
    waiting.addAll(frames);
    if (count.getAndAdd(frames.size()) == 0) {
      pushNext();
    }
  }

  private void pushNext() {
    List<byte[]> batch = new ArrayList<>();
    for (byte[] next = waiting.poll(); next != null; next = waiting.poll()) {
      batch.add(next);
      if (batch.size() == MAX) {
        break;
      }
    }
    list.addFirstAsync(batch.toArray(byte[][]::new))
        .whenComplete(
            (length, failure) -> {
              if (count.addAndGet(-batch.size()) > 0) {
                pushNext();
              }
            });
  }
}
