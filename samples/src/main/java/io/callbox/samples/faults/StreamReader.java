package io.callbox.samples.faults;

import io.callbox.node.RpcNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A process that reads streams without end, slowly, until it is killed. */
final class StreamReader {

  /** The number of streams that it reads. */
  static final int STREAMS = 8;

  private static final Duration PAUSE = Duration.ofMillis(5);

  private StreamReader() {}

  /**
   * Starts one, without waiting for it.
   *
   * @param first the number of its first stream
   */
  static Worker start(String redisUri, String id, int first) throws IOException {
    return Worker.start(List.of(), StreamReader.class, redisUri, id, Integer.toString(first));
  }

  /** Reads. Arguments: where Redis is, the node's id, the number of its first stream. */
  public static void main(String[] args) throws InterruptedException {
    RpcNode node = RpcNode.builder(args[1]).redis(args[0]).lease(Worker.LEASE).start();
    Numbers numbers = new NumbersStub(node.channelToAny());
    CountDownLatch begun = new CountDownLatch(STREAMS);
    int first = Integer.parseInt(args[2]);
    for (int stream = first; stream < first + STREAMS; stream++) {
      int number = stream;
      new Thread(() -> read(numbers, number, begun), "stream-" + number).start();
    }
    begun.await();
    System.out.println("ready");
  }

  private static void read(Numbers numbers, int stream, CountDownLatch begun) {
    try (Stream<Integer> items = numbers.count(stream, Integer.MAX_VALUE)) {
      Iterator<Integer> each = items.iterator();
      for (each.next(); true; each.next()) {
        begun.countDown();
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
