package io.callbox.samples.tasks;

import io.callbox.annotation.OneWay;
import io.callbox.annotation.RemoteService;

/**
 * The calls of a crawler's control room to its workers. Crawlab, a crawler platform, makes them
 * over Redis lists.
 */
@RemoteService
public interface NodeTasks {

  /** Returns a description of the node, and of its running tasks. */
  SystemInfo systemInfo();

  /**
   * Installs what spiders of a language need, and says how it went. Takes seconds; runs as the task
   * {@code install-<language>}, which {@link #cancelTask} can end early.
   *
   * @throws UnknownLanguageException if the node has no installer for it
   */
  String installLanguage(String language) throws UnknownLanguageException;

  /** Ends a task; does nothing if there is none of this id. */
  @OneWay
  void cancelTask(String taskId);
}
