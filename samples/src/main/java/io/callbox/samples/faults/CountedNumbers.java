package io.callbox.samples.faults;

import io.callbox.node.RpcNode;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Numbers, and which of their streams are open. Safe for use by many threads. */
final class CountedNumbers implements Numbers {

  private final Set<Integer> open = ConcurrentHashMap.newKeySet();
  private final IntConsumer note;

  /** Has each stream noted before its first item. */
  CountedNumbers(IntConsumer note) {
    this.note = note;
  }

  @Override
  public Stream<Integer> count(int stream, int items) {
    note.accept(stream);
    open.add(stream);
    return IntStream.range(0, items).boxed().onClose(() -> open.remove(stream));
  }

  boolean isOpen(int stream) {
    return open.contains(stream);
  }

  /** Gives until it is killed. Arguments: where Redis is, the node's id, the log. */
  public static void main(String[] args) throws InterruptedException {
    LoggedWork log = new LoggedWork(Path.of(args[2]));
    RpcNode node =
        RpcNode.builder(args[1])
            .redis(args[0])
            .lease(Worker.LEASE)
            .register(new NumbersSkeleton(new CountedNumbers(stream -> log.note("count", stream))))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(node::close));
    System.out.println("ready");
    new CountDownLatch(1).await();
  }
}
