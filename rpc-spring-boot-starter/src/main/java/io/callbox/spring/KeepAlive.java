package io.callbox.spring;

import java.util.concurrent.CountDownLatch;

/**
 * Keeps a program that serves running after the end of its main method, like a web server, because
 * a node's own threads do not. The code that creates it closes it.
 */
final class KeepAlive implements AutoCloseable {

  private final CountDownLatch end = new CountDownLatch(1);

  KeepAlive() {
    new Thread(this::await, "callbox-keep-alive").start();
  }

  private void await() {
    try {
      end.await(); // bounded by the context's life
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
  }
}
