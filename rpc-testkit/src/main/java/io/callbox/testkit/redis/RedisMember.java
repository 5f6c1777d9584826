package io.callbox.testkit.redis;

import io.callbox.testkit.os.Signal;
import java.util.List;

/**
 * One Redis: a member of a cluster or of a sentinel's group, or a single server. A test can cut its
 * connections, pause it, restart it, crash it, and fill its memory.
 *
 * <p>Not safe for use by many threads. Ends with its cluster, sentinel or server.
 *
 * <pre>{@code
 * cluster.masters().get(0).cut();
 * }</pre>
 */
public final class RedisMember {

  private final RedisProcess process;
  private final TcpProxy proxy;
  private boolean paused;

  RedisMember(RedisProcess process) {
    this.process = process;
    this.proxy = TcpProxy.to(process.port());
  }

  /** Returns the port for the test, which always works. */
  public int port() {
    return process.port();
  }

  /** Returns the port for nodes, which {@link #cut} cuts. */
  int proxyPort() {
    return proxy.port();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Breaks all connections of nodes, and accepts no new ones. Redis loses no data. */
  public void cut() {
    proxy.cut();
  }

  /** Undoes {@link #cut}. */
  public void mend() {
    proxy.mend();
  }

  /** Stops the process while its connections stay open: it answers nothing. */
  public void pause() {
    process.send(Signal.STOP);
    paused = true;
  }

  /** Undoes {@link #pause}. */
  public void resume() {
    process.send(Signal.CONT);
    paused = false;
  }

  /** Shuts it down and starts it again: it keeps its lists, but not its connections. */
  public void restart() {
    process.stop();
    process.launchAgain();
  }

  /** Kills it and starts it again: it has lost all data that was not on disk. */
  public void crash() {
    kill();
    revive();
  }

  /** Kills it, and does not start it again. */
  public void kill() {
    process.kill();
    paused = false;
  }

  /** Starts it again after {@link #kill}. */
  public void revive() {
    process.launchAgain();
  }

  /** Fills its memory: it refuses all commands that need more. */
  public void fill() {
    command("CONFIG", "SET", "maxmemory-policy", "noeviction");
    command("CONFIG", "SET", "maxmemory", "1");
  }

  /** Undoes {@link #fill}. */
  public void unfill() {
    command("CONFIG", "SET", "maxmemory", "0");
  }

  /**
   * Sends a command over a separate connection.
   *
   * @return its answer in the form of {@link RedisCommands#text}
   */
  public String command(String... words) {
    return RedisCommands.command(port(), words);
  }

  /**
   * Does the same; returns the error if the connection breaks, for example when its role changes.
   */
  String answer(String... words) {
    return RedisCommands.answer(port(), words);
  }

  /** Starts it again, as a replica of this master. */
  void reviveBehind(RedisMember master) {
    process.launchAgain("--replicaof", "127.0.0.1", "" + master.port());
  }

  /** Undoes all actions that can be undone. */
  void restore() {
    mend();
    if (paused) {
      resume();
    }
    if (!isAlive()) {
      revive();
    }
    unfill();
  }

  void close() {
    proxy.close();
    process.close();
  }

  /** Returns the ports of the members that are alive. */
  static List<Integer> portsOf(List<RedisMember> members) {
    return members.stream().filter(RedisMember::isAlive).map(RedisMember::port).toList();
  }
}
