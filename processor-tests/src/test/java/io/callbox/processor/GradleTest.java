package io.callbox.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/**
 * What Gradle asks of a processor that it lets compile incrementally, interface by interface: a
 * file that says so, and for each file that is made the one interface it is made of. Gradle's own
 * classes judge too, if {@code -Dgradle.api} names the jar of {@code dev.gradleplugins:gradle-api},
 * 8.11.1 for example: with its 180 MB it is not what a build should fetch.
 */
final class GradleTest {

  private static final String PROCESSING = "org.gradle.api.internal.tasks.compile.";
  private static final String[] CONTRACTS = {"good/Arith.java", "good/Shapes.java"};
  private static final Set<String> OF_ARITH =
      Set.of(
          "good.ArithStub",
          "good.ArithAsyncStub",
          "good.ArithAllStub",
          "good.ArithSkeleton",
          "good.ArithMarshaller");

  @Test
  void processorIsDeclaredIsolating() throws IOException {
    String file = "/META-INF/gradle/incremental.annotation.processors";
    try (var in = RemoteServiceProcessor.class.getResourceAsStream(file)) {
      assertEquals(
          RemoteServiceProcessor.class.getName() + ",isolating\n",
          new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void eachFileIsMadeOfOneInterface() {
    Origins origins = new Origins();
    assertThat(compile(origins)).succeeded();
    assertEquals(Set.of("good.Arith", "good.Shapes"), origins.files.keySet());
    Set<String> files = new TreeSet<>(OF_ARITH);
    files.add("META-INF/callbox/Arith.openrpc.json");
    assertEquals(files, origins.files.get("good.Arith"));
  }

  @Test
  void gradlesOwnJudgementIsTheSame() throws Exception {
    String jar = System.getProperty("gradle.api");
    assumeTrue(jar != null, "needs -Dgradle.api=…/gradle-api-8.11.1.jar");
    try (URLClassLoader gradle =
        new URLClassLoader(
            new URL[] {Path.of(jar).toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Object all =
          gradle
              .loadClass(PROCESSING + "incremental.processing.AnnotationProcessingResult")
              .getConstructor()
              .newInstance();
      Class<?> result =
          gradle.loadClass(PROCESSING + "incremental.processing.AnnotationProcessorResult");
      Processor guarded =
          (Processor)
              gradle
                  .loadClass(PROCESSING + "processing.IsolatingProcessor")
                  .getConstructor(Processor.class, result)
                  .newInstance(
                      new RemoteServiceProcessor(),
                      result
                          .getConstructor(all.getClass(), String.class)
                          .newInstance(all, "callbox"));
      assertThat(compile(guarded)).succeededWithoutWarnings();
      assertNull(all.getClass().getMethod("getFullRebuildCause").invoke(all));
      Map<?, ?> made =
          (Map<?, ?>) all.getClass().getMethod("getGeneratedTypesWithIsolatedOrigin").invoke(all);
      assertEquals(OF_ARITH, made.get("good.Arith"));
      Map<?, ?> resources =
          (Map<?, ?>)
              all.getClass().getMethod("getGeneratedResourcesWithIsolatedOrigin").invoke(all);
      assertEquals(Set.of("good.Arith", "good.Shapes"), resources.keySet());
    }
  }

  private static Compilation compile(Processor processor) {
    return javac()
        .withOptions("-parameters")
        .withProcessors(processor)
        .compile(Corpus.sources(CONTRACTS));
  }

  /** Lets the processor work, and writes down of which elements it says that it makes what. */
  @SupportedAnnotationTypes("*")
  private static final class Origins extends AbstractProcessor {

    final Map<String, Set<String>> files = new TreeMap<>();
    private final Processor processor = new RemoteServiceProcessor();

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      Filer filer = noting(environment.getFiler());
      processor.init(
          proxy(
              ProcessingEnvironment.class,
              (method, arguments) ->
                  method.getName().equals("getFiler")
                      ? filer
                      : method.invoke(environment, arguments)));
    }

    private Filer noting(Filer filer) {
      return proxy(
          Filer.class,
          (method, arguments) -> {
            String origins =
                Arrays.stream((Element[]) arguments[arguments.length - 1])
                    .map(Object::toString)
                    .collect(Collectors.joining(","));
            Object name = arguments[method.getName().equals("createResource") ? 2 : 0];
            files.computeIfAbsent(origins, none -> new TreeSet<>()).add(name.toString());
            return method.invoke(filer, arguments);
          });
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      processor.process(annotations, round);
      return false;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    private static <T> T proxy(Class<T> type, Answering answering) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (self, method, arguments) -> {
                try {
                  return answering.answer(method, arguments);
                } catch (InvocationTargetException failure) {
                  throw failure.getCause();
                }
              }));
    }

    /** What a proxy does. */
    private interface Answering {
      Object answer(Method method, Object[] arguments) throws ReflectiveOperationException;
    }
  }
}
