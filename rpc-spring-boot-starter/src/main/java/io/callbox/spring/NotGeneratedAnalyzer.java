package io.callbox.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains how to run the processor if a contract was compiled without it. */
final class NotGeneratedAnalyzer extends AbstractFailureAnalyzer<NotGeneratedException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, NotGeneratedException cause) {
    return new FailureAnalysis(
        cause.getMessage() + ": there is no " + cause.type() + "Skeleton.",
        "Run Callbox's annotation processor where "
            + cause.type()
            + " is compiled: put io.callbox:rpc-processor into the annotationProcessorPaths of"
            + " maven-compiler-plugin 3.5 or later, or into Gradle's annotationProcessor. Since"
            + " JDK 23 a processor that is only on the class path does not run. If a bean that"
            + " implements it is not to be served, put @NotServed on it.",
        cause);
  }
}
