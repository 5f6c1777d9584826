package io.callbox.processor;

import io.callbox.processor.model.ServiceModel;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.lang.model.element.TypeElement;

/**
 * A service whose sources are rendered, by the first thread that is free.
 *
 * @param origin the interface
 * @param task the rendering
 */
record Rendering(ServiceModel service, TypeElement origin, FutureTask<List<SourceText>> task) {

  /** Renders now, unless the rendering has begun or is done. */
  void begin() {
    task.run();
  }

  boolean isDone() {
    return task.isDone();
  }

  /** Returns the sources. Waits if the other thread renders them: it only computes, so it ends. */
  List<SourceText> texts() {
    try {
      return task.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sources are rendered", interrupted);
    } catch (ExecutionException failure) {
      throw new IllegalStateException(
          "cannot render the sources of " + service.name().qualified(), failure.getCause());
    }
  }
}
