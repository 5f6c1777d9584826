package io.callbox.testkit.redis;

import io.callbox.testkit.os.Signal;
import java.util.List;

/**
 * One Redis of a cluster or beside a sentinel, or a whole server, and what a test may do to it: cut
 * the connections to it, pause it, restart it, crash it, and fill it up.
 *
 * <p>Not safe for use by many threads. Ends with what it is part of.
 *
 * <pre>{@code
 * cluster.masters().get(0).cut();
 * }</pre>
 */
public final class RedisMember {

  private final RedisProcess process;
  private final TcpProxy cable;
  private boolean paused;

  RedisMember(RedisProcess process) {
    this.process = process;
    this.cable = TcpProxy.to(process.port());
  }

  /** Where a test reaches it, whatever it has done. */
  public int port() {
    return process.port();
  }

  /** Where nodes reach it, by a way that {@link #cut} cuts. */
  int cablePort() {
    return cable.port();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Breaks all connections of nodes, and lets none connect. It loses nothing. */
  public void cut() {
    cable.cut();
  }

  /** Undoes {@link #cut}. */
  public void mend() {
    cable.mend();
  }

  /** Stops it dead, with its connections open: nothing is answered. */
  public void pause() {
    process.send(Signal.STOP);
    paused = true;
  }

  /** Undoes {@link #pause}. */
  public void resume() {
    process.send(Signal.CONT);
    paused = false;
  }

  /** Ends it in good order and starts it again: lists are kept, connections are not. */
  public void restart() {
    process.stop();
    process.launchAgain();
  }

  /** Ends it as a crash would, and starts it again: it has lost what it had not on disk. */
  public void crash() {
    kill();
    revive();
  }

  /** Ends it as a crash would, and leaves it so. */
  public void kill() {
    process.kill();
    paused = false;
  }

  /** Starts it again after {@link #kill}. */
  public void revive() {
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

  /**
   * Sends a command, on a connection of its own.
   *
   * @return its answer as {@link RedisCommands#text} has it
   */
  public String command(String... words) {
    return RedisCommands.command(port(), words);
  }

  /** The same; what went wrong if the connection breaks, as when its role changes. */
  String answer(String... words) {
    return RedisCommands.answer(port(), words);
  }

  /** Starts it again, as a replica of this one. */
  void reviveBehind(RedisMember master) {
    process.launchAgain("--replicaof", "127.0.0.1", "" + master.port());
  }

  /** Undoes all that can be undone. */
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
    cable.close();
    process.close();
  }

  /** Those that are alive, by port. */
  static List<Integer> portsOf(List<RedisMember> members) {
    return members.stream().filter(RedisMember::isAlive).map(RedisMember::port).toList();
  }
}
