package io.callbox.durable;

import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Transport;
import io.callbox.transport.memory.InMemoryTransport;
import io.callbox.transport.redisson.RedissonTransport;

/** What the same tests run over. */
enum Broker {
  REDIS {
    @Override
    Transport connect() {
      return RedissonTransport.connect(Holder.REDIS.uri());
    }
  },
  MEMORY {
    @Override
    Transport connect() {
      return new InMemoryTransport();
    }
  };

  abstract Transport connect();

  /** One Redis for all tests; each has a namespace of its own. */
  static final class Holder {
    static final RedisServer REDIS = RedisServer.start();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(REDIS::close));
    }

    private Holder() {}
  }
}
