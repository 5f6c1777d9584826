package io.callbox.trial;

import io.callbox.testkit.redis.RedisMember;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Lies between a Redis and its clients, as a long way does: each answer comes so much later. Three
 * daemon threads to a connection. Safe for use by many threads.
 */
public final class SlowProxy implements AutoCloseable {

  private static final byte[] END = {};

  private final ServerSocket listener;
  private final int target;
  private final long delayNanos;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private SlowProxy(ServerSocket listener, int target, Duration delay) {
    this.listener = listener;
    this.target = target;
    this.delayNanos = delay.toNanos();
  }

  /** A long way to a Redis. */
  public static SlowProxy to(RedisMember redis, Duration delay) {
    try {
      ServerSocket listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
      SlowProxy way = new SlowProxy(listener, redis.port(), delay);
      start(way::accept);
      return way;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where clients connect. */
  public int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        join(listener.accept());
      } catch (IOException broken) {
        Thread.onSpinWait(); // one connection less, or the end
      }
    }
  }

  private void join(Socket client) throws IOException {
    open.add(client);
    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
    open.add(server);
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    BlockingQueue<Answer> onTheirWay = new LinkedBlockingQueue<>();
    start(() -> pass(client, server));
    start(() -> read(server, onTheirWay));
    start(() -> write(onTheirWay, client));
  }

  /** Bytes, and when they arrive. */
  private static final class Answer {

    private final byte[] bytes;
    private final long dueNanos;

    Answer(byte[] bytes, long dueNanos) {
      this.bytes = bytes;
      this.dueNanos = dueNanos;
    }
  }

  private void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException broken) {
      close(from);
    } finally {
      close(to);
    }
  }

  private void read(Socket server, BlockingQueue<Answer> onTheirWay) {
    byte[] some = new byte[8_192];
    try {
      InputStream in = server.getInputStream();
      for (int count = in.read(some); count > 0; count = in.read(some)) {
        onTheirWay.add(new Answer(Arrays.copyOf(some, count), System.nanoTime() + delayNanos));
      }
    } catch (IOException broken) {
      close(server);
    } finally {
      onTheirWay.add(new Answer(END, System.nanoTime()));
    }
  }

  private void write(BlockingQueue<Answer> onTheirWay, Socket client) {
    try {
      OutputStream out = client.getOutputStream();
      for (Answer next = onTheirWay.take(); next.bytes.length > 0; next = onTheirWay.take()) {
        TimeUnit.NANOSECONDS.sleep(next.dueNanos - System.nanoTime());
        out.write(next.bytes);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (IOException broken) {
      close(client);
    } finally {
      close(client);
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "slow-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      open.remove(socket);
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    open.forEach(this::close);
  }
}
