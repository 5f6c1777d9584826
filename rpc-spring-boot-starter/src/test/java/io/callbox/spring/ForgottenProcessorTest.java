package io.callbox.spring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.callbox.transport.memory.InMemoryTransport;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A contract that was compiled without the processor is not left out in silence. */
final class ForgottenProcessorTest {

  private static final String SOURCES =
      """
      package forgotten;
      @io.callbox.annotation.RemoteService
      interface Greeter { String greet(String name); }
      class PoliteGreeter implements Greeter {
        public String greet(String name) { return "Hello, " + name; }
      }
      @io.callbox.spring.NotServed
      class ShyGreeter extends PoliteGreeter {}
      class Caller { Caller(Greeter greeter) {} }
      """;

  @TempDir private Path folder;
  private URLClassLoader classes;

  @BeforeEach
  void compilesWithoutTheProcessor() throws IOException {
    Path source = Files.writeString(folder.resolve("Sources.java"), SOURCES);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("-proc:none", "-d", "" + folder, "-cp", System.getProperty("java.class.path"));
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      assertThat(
              javac
                  .getTask(null, files, null, options, null, files.getJavaFileObjects(source))
                  .call())
          .isTrue();
    }
    classes = new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
  }

  @AfterEach
  void closes() throws IOException {
    classes.close();
  }

  @Test
  void beanThatWouldNotBeServedFailsTheStart() throws ReflectiveOperationException {
    assertStartFails(classes.loadClass("forgotten.PoliteGreeter"));
  }

  @Test
  void stubThatIsNotThereFailsTheStart() throws ReflectiveOperationException {
    assertStartFails(classes.loadClass("forgotten.Caller"));
  }

  @Test
  void beanThatIsNotToBeServedNeedsNoSkeleton() throws ReflectiveOperationException {
    application(classes.loadClass("forgotten.ShyGreeter"))
        .run(context -> assertThat(context).hasNotFailed());
  }

  private void assertStartFails(Class<?> bean) {
    application(bean)
        .run(
            context -> {
              assertThat(context).hasFailed();
              Throwable failure = requireNonNull(context.getStartupFailure());
              FailureAnalysis analysis =
                  requireNonNull(new NotGeneratedAnalyzer().analyze(failure));
              assertThat(analysis.getDescription())
                  .contains("forgotten.Greeter is a @RemoteService", "GreeterSkeleton");
              assertThat(analysis.getAction())
                  .contains("rpc-processor", "annotationProcessorPaths");
            });
  }

  private ApplicationContextRunner application(Class<?> bean) {
    return new ApplicationContextRunner()
        .withClassLoader(classes)
        .withConfiguration(AutoConfigurations.of(CallboxAutoConfiguration.class))
        .withBean(InMemoryTransport.class)
        .withInitializer(
            context ->
                AutoConfigurationPackages.register(
                    (BeanDefinitionRegistry) context.getBeanFactory(), "forgotten"))
        .withBean(bean);
  }
}
