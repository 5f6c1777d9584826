package io.callbox.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the reason why the node cannot start, and the remedy, instead of a stack trace. */
final class NodeNotStartedAnalyzer extends AbstractFailureAnalyzer<NodeNotStartedException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, NodeNotStartedException cause) {
    return new FailureAnalysis(
        "Callbox's node cannot start: " + cause.getMessage() + '.', cause.action(), cause);
  }
}
