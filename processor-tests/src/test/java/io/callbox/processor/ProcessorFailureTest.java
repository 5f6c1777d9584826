package io.callbox.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.auto.common.BasicAnnotationProcessor;
import com.google.testing.compile.JavaFileObjects;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.util.Types;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** A bug of the processor says where it was working, and that it should be reported. */
final class ProcessorFailureTest {

  private static final JavaFileObject SERVICE =
      JavaFileObjects.forSourceString(
          "a.Service",
          "package a; @io.callbox.annotation.RemoteService interface Service extends Inherited {}"
              + " interface Inherited { int a(int b); }");

  @Test
  void isReportedOnTheInterface() {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    var task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                new StringWriter(),
                null,
                diagnostics,
                List.of("-proc:only"),
                null,
                List.of(SERVICE));
    task.setProcessors(List.of(new Failing()));
    assertThrows(RuntimeException.class, task::call);
    var error = diagnostics.getDiagnostics().get(0);
    String message = error.getMessage(null);
    assertTrue(message.startsWith("RPC900: Callbox failed on this interface"), message);
    assertTrue(message.contains("report it to Callbox's issue tracker"), message);
    assertTrue(error.getSource().getName().endsWith("Service.java") && error.getLineNumber() == 1);
  }

  @Test
  void happensOnlyBecauseOfTheBug() {
    assertThat(javac().withProcessors(new RemoteServiceProcessor()).compile(SERVICE)).succeeded();
  }

  /** The processor, with a compiler that does not answer one question. */
  private static final class Failing extends BasicAnnotationProcessor {

    @Override
    protected Iterable<? extends Step> steps() {
      Types types =
          overriding(
              Types.class, processingEnv.getTypeUtils(), "asMemberOf", new IllegalStateException());
      return List.of(
          new RemoteServiceStep(
              overriding(ProcessingEnvironment.class, processingEnv, "getTypeUtils", types)));
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    private static <T> T overriding(Class<T> type, T original, String method, Object answer) {
      InvocationHandler handler =
          (self, called, arguments) -> {
            if (!called.getName().equals(method)) {
              return called.invoke(original, arguments);
            } else if (answer instanceof RuntimeException failure) {
              throw failure;
            }
            return answer;
          };
      return type.cast(
          Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
  }
}
