package io.callbox.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the node cannot start and what to do, in place of a stack trace. */
final class NodeNotStartedAnalyzer extends AbstractFailureAnalyzer<NodeNotStartedException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, NodeNotStartedException cause) {
    return new FailureAnalysis(
        "Callbox's node cannot start: " + cause.getMessage() + '.', cause.action(), cause);
  }
}
