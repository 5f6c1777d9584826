/**
 * Turns {@code @RemoteService} interfaces into stubs, skeletons and marshallers at compile time.
 */
@SuppressWarnings("requires-automatic")
module io.callbox.processor {
  requires java.compiler;
  requires io.callbox.annotation;
  requires auto.common;
  requires com.google.common;
  requires com.palantir.javapoet;
  requires static com.google.auto.service;
  requires static org.jspecify;

  provides javax.annotation.processing.Processor with
      io.callbox.processor.RemoteServiceProcessor;
}
