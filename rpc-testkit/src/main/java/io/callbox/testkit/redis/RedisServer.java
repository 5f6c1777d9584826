package io.callbox.testkit.redis;

import io.callbox.node.RpcNodeBuilder;
import java.util.List;

/**
 * A real Redis on a free port of this machine, and what a test may do to it: cut the connections to
 * it, pause it, restart it, crash it, and fill it up.
 *
 * <p>It is the Redis 7.0 that comes with the test kit; the system property {@code
 * callbox.testkit.redis} names another {@code redis-server} or {@code valkey-server} to run.
 *
 * <p>Not safe for use by many threads. Whoever starts it closes it.
 *
 * <pre>{@code
 * try (RedisServer redis = RedisServer.start();
 *     RpcNode node = RpcNode.builder("a").redis(redis.uri()).start()) {
 *   redis.cut();
 * }
 * }</pre>
 */
public final class RedisServer implements RedisBroker {

  private final RedisMember member;

  private RedisServer(RedisMember member) {
    this.member = member;
  }

  /**
   * Starts a Redis with these options of its command line, {@code --appendonly yes} for example.
   */
  public static RedisServer start(String... options) {
    return new RedisServer(new RedisMember(RedisProcess.start(List.of(options))));
  }

  /** Where nodes reach it, by a way that {@link #cut} cuts. */
  public String uri() {
    return "redis://127.0.0.1:" + member.cablePort();
  }

  /**
   * Where nodes reach it directly: for tests that count connections and threads, which a way that
   * can be cut adds to.
   */
  public String directUri() {
    return "redis://127.0.0.1:" + port();
  }

  /** Where a test reaches it, whatever it has done. */
  public int port() {
    return member.port();
  }

  /**
   * Sends a command, on a connection of its own.
   *
   * @return its answer as {@link RedisCommands#text} has it
   */
  public String command(String... words) {
    return member.command(words);
  }

  @Override
  public RpcNodeBuilder reachedBy(RpcNodeBuilder node) {
    return node.redis(uri());
  }

  @Override
  public List<Integer> ports() {
    return List.of(port());
  }

  /** Breaks all connections, and lets nobody connect. It loses nothing. */
  public void cut() {
    member.cut();
  }

  /** Undoes {@link #cut}. */
  public void mend() {
    member.mend();
  }

  /** Stops it dead, with its connections open: nothing is answered. */
  public void pause() {
    member.pause();
  }

  /** Undoes {@link #pause}. */
  public void resume() {
    member.resume();
  }

  /** Ends it in good order and starts it again: lists are kept, connections are not. */
  public void restart() {
    member.restart();
  }

  /** Ends it as a crash would, and starts it again: it has lost what it had not on disk. */
  public void crash() {
    member.crash();
  }

  /** Ends it as a crash would, and leaves it so. */
  public void kill() {
    member.kill();
  }

  /** Starts it again after {@link #kill}. */
  public void revive() {
    member.revive();
  }

  /** Leaves it no memory: it refuses all that would need more. */
  public void fill() {
    member.fill();
  }

  /** Undoes {@link #fill}. */
  public void unfill() {
    member.unfill();
  }

  @Override
  public void restore() {
    member.restore();
  }

  @Override
  public void close() {
    member.close();
  }
}
