package io.callbox.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains what to do if nothing decides who may use the gateway. */
final class GatewayOpenAnalyzer extends AbstractFailureAnalyzer<GatewayOpenException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, GatewayOpenException cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Set callbox.gateway.tokens to a file of names and tokens, define a bean of type"
            + " Authenticator, or use Spring Security. Or set server.address=127.0.0.1 and"
            + " callbox.gateway.local=true, if no proxy passes requests of others on to it.",
        cause);
  }
}
