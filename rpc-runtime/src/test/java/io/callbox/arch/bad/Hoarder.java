package io.callbox.arch.bad;

import java.util.concurrent.CompletableFuture;

/** Keeps its monitor while it waits. */
final class Hoarder {

  private final CompletableFuture<String> answer = new CompletableFuture<>();

  synchronized String answer() {
    return waited();
  }

  private String waited() {
    return answer.join();
  }
}
