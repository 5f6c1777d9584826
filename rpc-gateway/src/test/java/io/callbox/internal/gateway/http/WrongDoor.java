package io.callbox.internal.gateway.http;

import io.callbox.internal.gateway.console.Console;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;

/**
 * A floor that knows one above it, reflects, and borrows the common pool: the known bad class of
 * the architecture test.
 */
public record WrongDoor(Console console, Method method) {

  CompletableFuture<Void> drained() {
    return CompletableFuture.runAsync(console::drain);
  }
}
