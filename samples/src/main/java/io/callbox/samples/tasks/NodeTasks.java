package io.callbox.samples.tasks;

import io.callbox.annotation.OneWay;
import io.callbox.annotation.RemoteService;

/**
 * What a crawler's control room asks of its workers: the calls that Crawlab, a crawler platform,
 * makes over Redis lists.
 */
@RemoteService
public interface NodeTasks {

  /** What the node is, and what it is busy with. */
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
