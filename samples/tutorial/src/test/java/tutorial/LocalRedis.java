package tutorial;

import io.callbox.testkit.redis.RedisServer;

final class LocalRedis {

  private LocalRedis() {}

  public static void main(String[] args) throws InterruptedException {
    RedisServer redis = RedisServer.start();
    Runtime.getRuntime().addShutdownHook(new Thread(redis::close));
    System.out.println("Redis is at " + redis.directUri());
    Thread.currentThread().join();
  }
}
