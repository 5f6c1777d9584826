package io.callbox.spring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callbox.transport.memory.InMemoryTransport;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
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
      public interface Greeter { String greet(String name); }
      class PoliteGreeter implements Greeter {
        public String greet(String name) { return "Hello, " + name; }
      }
      @io.callbox.spring.NotServed
      class ShyGreeter extends PoliteGreeter {}
      class Caller { Caller(Greeter greeter) {} }
      class Relaxed {
        @org.springframework.beans.factory.annotation.Autowired(required = false) Greeter field;
        Relaxed(
            java.util.Optional<Greeter> greeter,
            org.springframework.beans.factory.ObjectProvider<Greeter> provider) {
          if (greeter.isPresent() || provider.getIfAvailable() != null) {
            throw new IllegalStateException("there is none");
          }
        }
      }
      """;

  @TempDir private Path folder;
  private Classes classes;

  @BeforeEach
  void compilesWithoutTheProcessor() throws IOException {
    Path source = Files.writeString(folder.resolve("Greeter.java"), SOURCES);
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
    classes = new Classes(folder);
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
  void stubThatMayBeMissingFailsNothing() throws ReflectiveOperationException {
    application(classes.loadClass("forgotten.Relaxed"))
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void beanBehindAProxyOfItsInterfacesFailsTheStart() throws ReflectiveOperationException {
    Class<?> bean = classes.loadClass("forgotten.PoliteGreeter");
    assertFails(application(bean).withBean(BeanNameAutoProxyCreator.class, this::proxies));
  }

  private BeanNameAutoProxyCreator proxies() {
    BeanNameAutoProxyCreator proxies = new BeanNameAutoProxyCreator();
    proxies.setBeanNames("*oliteGreeter*");
    return proxies;
  }

  @Test
  void beanOutsideThePackagesOfTheApplicationFailsTheStart() throws ReflectiveOperationException {
    assertFails(application(classes.loadClass("forgotten.PoliteGreeter"), "elsewhere"));
  }

  @Test
  void beanThatWouldNotBeServedFailsTheCompilationAheadOfTime()
      throws ReflectiveOperationException {
    DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    beans.registerBeanDefinition(
        "shy", new RootBeanDefinition(classes.loadClass("forgotten.ShyGreeter")));
    assertThat(new AotContracts().processAheadOfTime(beans)).isNotNull();
    beans.registerBeanDefinition(
        "polite", new RootBeanDefinition(classes.loadClass("forgotten.PoliteGreeter")));
    assertThatThrownBy(() -> new AotContracts().processAheadOfTime(beans))
        .isInstanceOf(NotGeneratedException.class)
        .hasMessageContaining("forgotten.Greeter");
  }

  @Test
  void classFileThatCannotBeReadFailsNoStart() throws ReflectiveOperationException {
    Class<?> bean = classes.loadClass("forgotten.PoliteGreeter");
    classes.unreadable = true;
    application(bean).run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void beanThatIsNotToBeServedNeedsNoSkeleton() throws ReflectiveOperationException {
    application(classes.loadClass("forgotten.ShyGreeter"))
        .run(context -> assertThat(context).hasNotFailed());
  }

  private void assertStartFails(Class<?> bean) {
    assertFails(application(bean));
  }

  private static void assertFails(ApplicationContextRunner application) {
    application.run(
        context -> {
          assertThat(context).hasFailed();
          Throwable failure = requireNonNull(context.getStartupFailure());
          FailureAnalysis analysis = requireNonNull(new NotGeneratedAnalyzer().analyze(failure));
          assertThat(analysis.getDescription())
              .contains("forgotten.Greeter is a @RemoteService", "GreeterSkeleton");
          assertThat(analysis.getAction()).contains("rpc-processor", "annotationProcessorPaths");
        });
  }

  private ApplicationContextRunner application(Class<?> bean) {
    return application(bean, "forgotten");
  }

  private ApplicationContextRunner application(Class<?> bean, String scanned) {
    return new ApplicationContextRunner()
        .withClassLoader(classes)
        .withConfiguration(AutoConfigurations.of(CallboxAutoConfiguration.class))
        .withBean(InMemoryTransport.class)
        .withInitializer(
            context ->
                AutoConfigurationPackages.register(
                    (BeanDefinitionRegistry) context.getBeanFactory(), scanned))
        .withBean(bean);
  }

  /** The classes of a folder, whose files can become unreadable. */
  private static final class Classes extends URLClassLoader {

    private boolean unreadable;

    Classes(Path folder) throws IOException {
      super(new URL[] {folder.toUri().toURL()}, ForgottenProcessorTest.class.getClassLoader());
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      return unreadable && name.equals("forgotten/Greeter.class")
          ? new Unreadable()
          : super.getResourceAsStream(name);
    }
  }

  private static final class Unreadable extends InputStream {

    @Override
    public int read() throws IOException {
      throw new IOException("unreadable");
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      throw new IOException("unreadable");
    }
  }
}
