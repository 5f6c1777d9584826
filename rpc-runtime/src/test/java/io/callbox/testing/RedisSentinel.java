package io.callbox.testing;

/** A real primary with a replica, and a Sentinel that puts the one in place of the other. */
public final class RedisSentinel implements AutoCloseable {

  private final RedisProcess primary;
  private final RedisProcess replica;
  private final RedisProcess sentinel;

  private RedisSentinel() {
    this.primary = RedisProcess.start();
    this.replica = RedisProcess.start("--replicaof", "127.0.0.1 " + primary.port());
    this.sentinel = RedisProcess.sentinelOf(primary);
    Await.until(
        "the replica is there",
        () -> replica.command("INFO", "replication").contains("link_status:up"));
    Await.until(
        "the replica is there",
        () -> sentinel.command("SENTINEL", "replicas", "primary").contains("" + replica.port()));
  }

  /** Starts the three, and returns when they know each other. */
  public static RedisSentinel start() {
    return new RedisSentinel();
  }

  /** Where the Sentinel is; it calls the primary {@code primary}. */
  public String uri() {
    return sentinel.uri();
  }

  /** Kills the primary; returns when the replica has taken its place. */
  public void failOver() {
    primary.kill();
    Await.until("the replica is there", () -> replica.command("ROLE").contains("master"));
  }

  @Override
  public void close() {
    sentinel.close();
    replica.close();
    primary.close();
  }
}
