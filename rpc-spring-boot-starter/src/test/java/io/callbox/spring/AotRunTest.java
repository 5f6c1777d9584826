package io.callbox.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.callbox.spring.example.contract.Shop;
import io.callbox.spring.example.shop.ShopApplication;
import io.callbox.spring.example.stock.StockApplication;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.aot.AbstractAotProcessor.Settings;

/** An application that was processed ahead of time serves and calls, in a process of its own. */
@Timeout(240)
@Tag("drill")
final class AotRunTest {

  private static final String CLASS_PATH = "java.class.path";

  @TempDir private Path folder;

  @Test
  void processedApplicationServesAndCalls() throws IOException {
    compile(process(ShopApplication.class));
    try (RedisServer redis = RedisServer.start();
        NodeProcess seller = start(ShopApplication.class, redis)) {
      new ApplicationContextRunner()
          .withUserConfiguration(StockApplication.class)
          .withBean(Customer.class)
          .withPropertyValues("callbox.redis.uri=" + redis.directUri())
          .run(
              context ->
                  assertThat(context.getBean(Customer.class).shop().order("pear", 3))
                      .isEqualTo(1200));
      assertThat(seller.terminate()).isEqualTo(143);
    }
  }

  /** The shop asks the stock, which asks the shop for its prices. */
  record Customer(Shop shop) {}

  /** As the goal {@code process-aot} of Spring's plugin does. */
  private Path process(Class<?> application) {
    Path sources = folder.resolve("sources");
    Settings settings =
        Settings.builder()
            .sourceOutput(sources)
            .resourceOutput(classes())
            .classOutput(classes())
            .groupId("io.callbox")
            .artifactId("shop")
            .build();
    new SpringApplicationAotProcessor(application, settings, new String[0]).process();
    return sources;
  }

  private void compile(Path sources) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    String path = classes() + File.pathSeparator + System.getProperty(CLASS_PATH);
    List<String> options = List.of("-proc:none", "-nowarn", "-d", "" + classes(), "-cp", path);
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
        Stream<Path> all = Files.walk(sources)) {
      List<Path> written = all.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(
              javac
                  .getTask(
                      null, files, null, options, null, files.getJavaFileObjectsFromPaths(written))
                  .call())
          .isTrue();
    }
  }

  private Path classes() {
    return folder.resolve("classes");
  }

  /**
   * Started with {@code spring.aot.enabled}, a program fails unless its processed form is there. A
   * process has the class path of this one.
   */
  private NodeProcess start(Class<?> application, RedisServer redis) {
    String path = System.getProperty(CLASS_PATH);
    System.setProperty(CLASS_PATH, classes() + File.pathSeparator + path);
    try {
      return NodeProcess.start(
          Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -Dspring.aot.enabled=true"),
          ProgramOfATest.class,
          application.getName(),
          "--callbox.redis.uri=" + redis.directUri(),
          "--spring.main.banner-mode=off");
    } finally {
      System.setProperty(CLASS_PATH, path);
    }
  }
}
