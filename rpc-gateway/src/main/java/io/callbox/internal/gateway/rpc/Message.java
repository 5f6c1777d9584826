package io.callbox.internal.gateway.rpc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of an HTTP request. */
sealed interface Message {

  /** One request, or JSON that should be one. */
  sealed interface Entry {}

  /**
   * A request.
   *
   * @param id its id as JSON; null for a notification
   * @param method its method
   * @param params its arguments as JSON
   */
  record RpcRequest(@Nullable String id, String method, String params) implements Entry {}

  /**
   * JSON that is not a request.
   *
   * @param id its id as JSON, {@code null} if it has no valid id
   */
  record Invalid(String id, String why) implements Entry {}

  /** One request. */
  record Single(Entry entry) implements Message {}

  /** Several requests, which are answered together. */
  record Batch(List<Entry> entries) implements Message {}

  /** A body that is not JSON. */
  record Malformed(String why) implements Message {}
}
