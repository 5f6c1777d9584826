package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.trial.OneNodeLife;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A node that is closed holds nothing of the application that it was of. The JDK may: until version
 * 19 it holds the class of the record whose {@code equals} was linked last, and so one application,
 * the last, which is therefore followed by another here.
 */
@CallboxTest
@Timeout(60)
final class ClassLoaderTest {

  @Test
  void closedNodeKeepsNoClassLoaderAlive(RedisServer redis) throws Exception {
    System.setProperty("callbox.test.uri", redis.uri());
    WeakReference<ClassLoader> loader = live();
    live();
    System.clearProperty("callbox.test.uri");
    Await.until(
        "the class loader is gone",
        () -> {
          System.gc();
          return loader.get() == null;
        });
  }

  private static WeakReference<ClassLoader> live() throws Exception {
    URL[] classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(ClassLoaderTest::url)
            .toArray(URL[]::new);
    URLClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
    FutureTask<Object> life = new FutureTask<>(life(loader));
    Thread application = new Thread(life, "application");
    application.setContextClassLoader(loader);
    application.start();
    assertEquals("xy", life.get(30, TimeUnit.SECONDS));
    application.join();
    loader.close();
    return new WeakReference<>(loader);
  }

  @SuppressWarnings("unchecked")
  private static Callable<Object> life(ClassLoader loader) throws Exception {
    Class<?> type = loader.loadClass(OneNodeLife.class.getName());
    return (Callable<Object>) type.getDeclaredConstructor().newInstance();
  }

  private static URL url(String entry) {
    try {
      return new File(entry).toURI().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
