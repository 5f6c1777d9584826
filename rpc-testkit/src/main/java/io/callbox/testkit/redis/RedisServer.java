package io.callbox.testkit.redis;

import io.callbox.node.RpcNodeBuilder;
import java.util.List;

/**
 * A real Redis on a free port of this machine. A test can cut its connections, pause it, restart
 * it, crash it, and fill its memory. {@link RedisProgram} says which program it runs.
 *
 * <p>Not safe for use by many threads. The code that starts it closes it.
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

  /** Starts a Redis with these command-line options, for example {@code --appendonly yes}. */
  public static RedisServer start(String... options) {
    return new RedisServer(new RedisMember(RedisProcess.start(List.of(options))));
  }

  /**
   * Starts a Redis that the JVM's shutdown hooks can still use, for objects that such a hook
   * closes, for example the contexts that Spring keeps for further tests. If none closes it within
   * ten seconds, it is killed; a JVM that is killed leaves it behind.
   */
  public static RedisServer startUntilClosed(String... options) {
    return new RedisServer(new RedisMember(RedisProcess.startUntilClosed(List.of(options))));
  }

  /** Returns the address for nodes, which {@link #cut} cuts. */
  public String uri() {
    return "redis://127.0.0.1:" + member.proxyPort();
  }

  /**
   * Returns the direct address, for tests that count connections and threads; the address that can
   * be cut adds some.
   */
  public String directUri() {
    return "redis://127.0.0.1:" + port();
  }

  /** Returns the port for the test, which always works. */
  public int port() {
    return member.port();
  }

  /**
   * Sends a command over a separate connection.
   *
   * @return its answer in the form of {@link RedisCommands#text}
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

  /** Breaks all connections, and accepts no new ones. Redis loses no data. */
  public void cut() {
    member.cut();
  }

  /** Undoes {@link #cut}. */
  public void mend() {
    member.mend();
  }

  /** Stops the process while its connections stay open: it answers nothing. */
  public void pause() {
    member.pause();
  }

  /** Undoes {@link #pause}. */
  public void resume() {
    member.resume();
  }

  /** Shuts it down and starts it again: it keeps its lists, but not its connections. */
  public void restart() {
    member.restart();
  }

  /** Kills it and starts it again: it has lost all data that was not on disk. */
  public void crash() {
    member.crash();
  }

  /** Kills it, and does not start it again. */
  public void kill() {
    member.kill();
  }

  /** Starts it again after {@link #kill}. */
  public void revive() {
    member.revive();
  }

  /** Fills its memory: it refuses all commands that need more. */
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
