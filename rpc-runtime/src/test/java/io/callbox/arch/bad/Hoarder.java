package io.callbox.arch.bad;

import java.util.concurrent.CompletableFuture;

/** Keeps its monitor while it waits. */
final class Hoarder {

  private final CompletableFuture<String> answer = new CompletableFuture<>();

  synchronized String answer() {
    return waited();
  }

  synchronized void rest(Thread other) throws InterruptedException {
    other.join();
  }

  private String waited() {
    return answer.join();
  }
}
