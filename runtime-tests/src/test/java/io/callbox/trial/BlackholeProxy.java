package io.callbox.trial;

import io.callbox.testkit.redis.RedisServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lies between a Redis and its clients, and can fall silent, as a network does that drops packets:
 * every connection stays open, new ones can be made, and nothing gets through. Two daemon threads
 * to a connection. Safe for use by many threads.
 */
public final class BlackholeProxy implements AutoCloseable {

  private final ServerSocket listener;
  private final int target;
  private final Set<Wire> wires = ConcurrentHashMap.newKeySet();

  /** Guards what follows, and is told when it changes: bytes under way race with the test. */
  private final Object lock = new Object();

  private boolean silent;
  private boolean deaf;
  private boolean closed;

  private BlackholeProxy(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
  }

  /** A line to a Redis. */
  public static BlackholeProxy to(RedisServer redis) {
    try {
      ServerSocket listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
      BlackholeProxy line = new BlackholeProxy(listener, redis.port());
      start(line::accept);
      return line;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where clients connect. */
  public String uri() {
    return "redis://127.0.0.1:" + listener.getLocalPort();
  }

  /** From now on, nothing gets through, and nobody is told. */
  public void fallSilent() {
    set(true);
  }

  /** From now on, Redis hears its clients, and they hear nothing. */
  public void loseAnswers() {
    synchronized (lock) {
      deaf = true;
    }
  }

  /** Ends all connections; what Redis has answered and nobody has heard is lost. */
  public void hangUp() {
    wires.forEach(Wire::close);
  }

  /** Everything gets through again, what was sent meanwhile first. */
  public void speak() {
    set(false);
  }

  /** New connections work; from those that were open, nothing is ever heard again. */
  public void speakToNewcomers() {
    wires.forEach(Wire::die);
    set(false);
  }

  private void set(boolean nowSilent) {
    synchronized (lock) {
      silent = nowSilent;
      deaf = nowSilent && deaf;
      lock.notifyAll();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Wire wire = new Wire(client, new Socket(InetAddress.getLoopbackAddress(), target));
        wires.add(wire);
        start(() -> wire.carry(wire.client, wire.server));
        start(() -> wire.carry(wire.server, wire.client));
      } catch (IOException ended) {
        Thread.onSpinWait(); // one connection less, or the end
      }
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "silent-line");
    thread.setDaemon(true);
    thread.start();
  }

  private final class Wire {

    final Socket client;
    final Socket server;
    private volatile boolean dead;

    Wire(Socket client, Socket server) throws IOException {
      this.client = client;
      this.server = server;
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
    }

    void die() {
      dead = true;
    }

    void carry(Socket from, Socket to) {
      byte[] bytes = new byte[1 << 16];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
          awaitLeave(from);
          out.write(bytes, 0, count);
        }
        awaitLeave(from); // that somebody hung up is not heard either
      } catch (IOException broken) {
        Thread.onSpinWait(); // somebody hung up, which the other side is told below
      } finally {
        close();
      }
    }

    private void awaitLeave(Socket from) throws IOException {
      synchronized (lock) {
        try {
          while ((silent || dead || (deaf && from == server)) && !closed) {
            lock.wait();
          }
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw new IOException("interrupted", interrupted);
        }
      }
    }

    void close() {
      try {
        client.close();
        server.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } finally {
        wires.remove(this);
      }
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
    try {
      listener.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    wires.forEach(Wire::close);
  }
}
