package io.callbox.internal.gateway.http;

import java.util.concurrent.CompletionStage;

/** Answers requests of one path. Safe for use by many threads; must not block for long. */
@FunctionalInterface
public interface Route {

  /**
   * Answers a request.
   *
   * @return never fails but for mistakes of the gateway, which are answered with status 500
   */
  CompletionStage<Answer> answer(Request request);
}
