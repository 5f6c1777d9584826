package io.callbox.processor;

import io.callbox.processor.model.ServiceModel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;

/**
 * Renders the sources of services on a second thread, while the compiler's thread, which alone may
 * use the compiler, continues with the next service. If the second thread falls behind, the
 * compiler's thread renders too. All methods are for the compiler's thread. The code that creates
 * it closes it, which ends the second thread.
 */
final class Renderings implements AutoCloseable {

  private static final int WAITING = 16;

  private final Function<ServiceModel, List<SourceText>> renderer;
  private final Deque<Rendering> open = new ArrayDeque<>();
  private final ThreadPoolExecutor second =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Renderings::thread,
          new ThreadPoolExecutor.CallerRunsPolicy());

  /** Creates it with a renderer that any thread may use. */
  Renderings(Function<ServiceModel, List<SourceText>> renderer) {
    this.renderer = renderer;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "callbox-rendering");
    thread.setDaemon(true);
    return thread;
  }

  void add(ServiceModel service, TypeElement origin) {
    FutureTask<List<SourceText>> task = new FutureTask<>(() -> renderer.apply(service));
    open.add(new Rendering(service, origin, task));
    second.execute(task);
  }

  /** Returns the first rendering that was not returned yet, if it is done. */
  Optional<Rendering> nextDone() {
    return Optional.ofNullable(open.peek()).filter(Rendering::isDone).map(done -> open.remove());
  }

  /** Returns the remaining renderings, in the order in which they were added. */
  List<Rendering> rest() {
    open.forEach(Rendering::begin);
    List<Rendering> rest = List.copyOf(open);
    open.clear();
    return rest;
  }

  @Override
  public void close() {
    second.shutdownNow();
  }
}
