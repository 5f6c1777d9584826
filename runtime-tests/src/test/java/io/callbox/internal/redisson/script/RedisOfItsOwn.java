package io.callbox.internal.redisson.script;

import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.QueueName;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.redisson.Redisson;
import org.redisson.api.RDeque;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.config.Config;

/** The Redis of one test class, and a client of it with few threads. */
public final class RedisOfItsOwn implements AutoCloseable {

  private final RedisServer server = RedisServer.start();
  private final RedissonClient client;

  public RedisOfItsOwn() {
    Config config = new Config().setThreads(2).setNettyThreads(2);
    config.useSingleServer().setAddress(server.uri());
    client = Redisson.create(config);
  }

  /** New scripts, which their owner closes. */
  public Scripts scripts() {
    return new Scripts(client);
  }

  public String command(String... words) {
    return server.command(words);
  }

  /** Stops the server; what is sent meanwhile is answered when it goes on. */
  public void pause() {
    server.pause();
  }

  public void resume() {
    server.resume();
  }

  /** Pushes one after the other, the first to be taken first. */
  public void push(QueueName queue, List<byte[]> messages) {
    RDeque<byte[]> list = client.getDeque(queue.key(), ByteArrayCodec.INSTANCE);
    messages.forEach(list::addFirst);
  }

  @Override
  public void close() {
    client.shutdown(0, 5, TimeUnit.SECONDS);
    server.close();
  }
}
