package io.callbox.benchmarks.peers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.redisson.RedissonShutdownException;
import org.redisson.api.RBlockingDeque;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/** Takes frames from one list and hands them over on its own thread, until the process ends. */
final class ListLoop {

  private static final int MAX = 256;

  private final RBlockingDeque<byte[]> list;
  private final String key;
  private final boolean batched;
  private final Consumer<List<byte[]>> sink;

  ListLoop(RedissonClient client, String key, boolean batched, Consumer<List<byte[]>> sink) {
    this.list = client.getBlockingDeque(key, ByteArrayCodec.INSTANCE);
    this.key = key;
    this.batched = batched;
    this.sink = sink;
  }

  void start() {
    Thread thread = new Thread(this::run, key);
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        List<byte[]> taken = batched ? many() : one();
        if (!taken.isEmpty()) {
          sink.accept(taken);
        }
      }
    } catch (InterruptedException | RedissonShutdownException end) {
      Thread.currentThread().interrupt();
    }
  }

  private List<byte[]> many() throws InterruptedException {
    Map<String, List<byte[]>> taken = list.pollLastFromAny(Duration.ofSeconds(5), MAX);
    return taken == null ? List.of() : taken.getOrDefault(key, List.of());
  }

  private List<byte[]> one() throws InterruptedException {
    byte[] taken = list.pollLast(5, TimeUnit.SECONDS);
    return taken == null ? List.of() : List.of(taken);
  }
}
