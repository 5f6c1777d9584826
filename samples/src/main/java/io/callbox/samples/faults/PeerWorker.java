package io.callbox.samples.faults;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/** A process that provides {@link PeerWork} by Redisson's remote service. */
final class PeerWorker {

  private PeerWorker() {}

  /** Work that leaves the same traces as Callbox's. */
  private record Logged(LoggedWork work) implements PeerWork {

    @Override
    public int once(int number, int millis) {
      return work.once(number, millis);
    }

    @Override
    public Object unencodable() {
      return Thread.currentThread();
    }
  }

  /** Serves until it is killed. Arguments: where Redis is, the log, how many workers. */
  public static void main(String[] args) throws InterruptedException {
    Config config = new Config().setNettyThreads(2);
    config.useSingleServer().setAddress(args[0]).setConnectionMinimumIdleSize(1);
    RedissonClient redisson = Redisson.create(config);
    Logged work = new Logged(new LoggedWork(Path.of(args[1])));
    redisson.getRemoteService("peer").register(PeerWork.class, work, Integer.parseInt(args[2]));
    System.out.println("ready");
    new CountDownLatch(1).await();
  }
}
