package io.callbox.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import io.callbox.processor.model.Docs;
import io.callbox.processor.model.JavaName;
import io.callbox.processor.model.ServiceModel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Sources are rendered by two threads, and written by one, in the order of their interfaces. */
@NullUnmarked
final class RenderingsTest {

  private static final TypeElement NO_ELEMENT = null;
  private static final int MANY = 50;

  private final CountDownLatch held = new CountDownLatch(1);
  private final AtomicReference<Thread> second = new AtomicReference<>();
  private final Thread first = Thread.currentThread();

  @Test
  void firstThreadRendersWhatTheSecondDoesNotComeTo() {
    try (Renderings renderings = new Renderings(this::heldOnTheSecond)) {
      for (int at = 0; at < MANY; at++) {
        renderings.add(service(at), NO_ELEMENT);
      }
      List<Rendering> rest = renderings.rest();
      assertEquals(MANY, rest.size());
      held.countDown();
      for (int at = 0; at < MANY; at++) {
        assertEquals("Service" + at, rest.get(at).service().wireName());
        assertEquals("Service" + at, rest.get(at).texts().get(0).rest());
      }
      assertTrue(renderings.nextDone().isEmpty(), "all were returned");
    }
  }

  @Test
  void nextIsTheOneThatWasAddedFirst() {
    try (Renderings renderings = new Renderings(this::heldOnTheSecond)) {
      assertTrue(renderings.nextDone().isEmpty(), "nothing was added");
      for (int at = 0; at < MANY; at++) {
        renderings.add(service(at), NO_ELEMENT);
      }
      held.countDown();
      List<Rendering> rest = renderings.rest();
      assertEquals("Service0", rest.get(0).service().wireName());
    }
  }

  @Test
  void secondThreadEnds() throws Exception {
    try (Renderings renderings = new Renderings(this::heldOnTheSecond)) {
      renderings.add(service(0), NO_ELEMENT);
      held.countDown();
      renderings.rest().forEach(Rendering::texts);
      renderings.add(service(1), NO_ELEMENT);
      renderings.rest().forEach(Rendering::texts);
    }
    Thread started = second.get();
    if (started != null) {
      started.join(TimeUnit.MINUTES.toMillis(1));
      assertFalse(started.isAlive());
    }
  }

  @Test
  void failureSaysWhichService() {
    var bug = new UnsupportedOperationException();
    Function<ServiceModel, List<SourceText>> failing =
        service -> {
          throw bug;
        };
    try (Renderings renderings = new Renderings(failing)) {
      renderings.add(service(7), NO_ELEMENT);
      Rendering failed = renderings.rest().get(0);
      var failure = assertThrows(IllegalStateException.class, failed::texts);
      assertTrue(failure.getMessage().endsWith("a.Service7"), failure::getMessage);
      assertSame(bug, failure.getCause());
    }
  }

  @Test
  void manyInterfacesYieldTheSameFilesEachTime() {
    List<String> once = generated();
    assertEquals(MANY * 5, once.size());
    assertEquals(once, generated());
  }

  private static List<String> generated() {
    List<JavaFileObject> sources =
        IntStream.range(0, MANY)
            .mapToObj(
                at ->
                    JavaFileObjects.forSourceString(
                        "a.S" + at,
                        "package a; @io.callbox.annotation.RemoteService interface S%d { int a(int b); }"
                            .formatted(at)))
            .toList();
    Compilation compilation = javac().withProcessors(new RemoteServiceProcessor()).compile(sources);
    assertThat(compilation).succeeded();
    return compilation.generatedSourceFiles().stream().map(RenderingsTest::text).toList();
  }

  private static String text(JavaFileObject file) {
    try {
      return file.getName() + '\n' + file.getCharContent(false);
    } catch (java.io.IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private List<SourceText> heldOnTheSecond(ServiceModel service) {
    if (Thread.currentThread() != first) {
      second.set(Thread.currentThread());
      try {
        assertTrue(held.await(1, TimeUnit.MINUTES));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return List.of(new SourceText(service.name(), "", "", List.of(), service.wireName()));
  }

  private static ServiceModel service(int at) {
    return new ServiceModel(
        JavaName.of("a", "Service" + at),
        "Service" + at,
        List.of(),
        List.of(),
        List.of(),
        new ServiceModel.Setting(Docs.NONE, true, false, Set.of(), Set.of()));
  }
}
