package io.callbox.arch.bad;

import java.util.concurrent.CompletableFuture;

/** Runs its work on threads that the application may have taken. */
final class Borrower {

  CompletableFuture<Void> work(Runnable task) {
    return CompletableFuture.runAsync(task);
  }
}
