package io.callbox.internal.gateway.http;

import java.util.concurrent.CompletionStage;

/** Answers requests of one path. Safe for use by many threads; must not block for long. */
@FunctionalInterface
public interface Route {

  /**
   * Answers a request.
   *
   * @return fails only because of a fault in the gateway, which is answered with status 500
   */
  CompletionStage<Answer> answer(Request request);
}
