package io.callbox.spring;

import io.callbox.annotation.RemoteService;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;

/** A service with constraints, and with a type that databind reads. */
@RemoteService
public interface Guestbook {

  /** What was written. */
  record Entry(String name, Instant when) {}

  /** Writes an entry. */
  Entry sign(@NotBlank String name);
}
