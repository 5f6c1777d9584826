package io.callbox.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains what to do if no setting contains the address of Redis. */
final class RedisUnknownAnalyzer extends AbstractFailureAnalyzer<RedisUnknownException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, RedisUnknownException cause) {
    return new FailureAnalysis(
        "Callbox's node cannot start: " + cause.getMessage() + '.',
        "Set callbox.redis.uri, redis://127.0.0.1:6379 for example, or spring.data.redis.url, or"
            + " make a RedissonClient bean. To start without a node, set callbox.enabled=false. For"
            + " a test, put @AutoConfigureCallbox of rpc-spring-boot-test on it.",
        cause);
  }
}
