package io.callbox.testkit.redis;

import io.callbox.node.RpcNodeBuilder;
import java.util.List;

/**
 * A real Redis on a free port of this machine, and what a test may do to it: cut the connections to
 * it, pause it, restart it, crash it, and fill it up.
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

  private final RedisProcess process;
  private final Cable cable;
  private boolean paused;

  private RedisServer(RedisProcess process) {
    this.process = process;
    this.cable = Cable.to(process.port());
  }

  /**
   * Starts a Redis with these options of its command line, {@code --appendonly yes} for example.
   */
  public static RedisServer start(String... options) {
    return new RedisServer(RedisProcess.start(List.of(options)));
  }

  /** Where nodes reach it, by a way that {@link #cut} cuts. */
  public String uri() {
    return "redis://127.0.0.1:" + cable.port();
  }

  /** Where a test reaches it, whatever it has done. */
  public int port() {
    return process.port();
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
    cable.cut();
  }

  /** Undoes {@link #cut}. */
  public void mend() {
    cable.mend();
  }

  /** Stops it dead, with its connections open: nothing is answered. */
  public void pause() {
    process.signal("STOP");
    paused = true;
  }

  /** Undoes {@link #pause}. */
  public void resume() {
    process.signal("CONT");
    paused = false;
  }

  /** Ends it in good order and starts it again: lists are kept, connections are not. */
  public void restart() {
    process.stop();
    process.launchAgain();
  }

  /** Ends it as a crash would, and starts it again: it has lost what it had not on disk. */
  public void crash() {
    process.kill();
    process.launchAgain();
  }

  /** Leaves it no memory: it refuses all that would need more. */
  public void fill() {
    command("CONFIG", "SET", "maxmemory-policy", "noeviction");
    command("CONFIG", "SET", "maxmemory", "1");
  }

  /** Undoes {@link #fill}. */
  public void unfill() {
    command("CONFIG", "SET", "maxmemory", "0");
  }

  @Override
  public void restore() {
    mend();
    if (paused) {
      resume();
    }
    unfill();
  }

  private void command(String... words) {
    try (RedisCommands commands = RedisCommands.to(port())) {
      commands.call(words);
    }
  }

  @Override
  public void close() {
    cable.close();
    process.close();
  }
}
