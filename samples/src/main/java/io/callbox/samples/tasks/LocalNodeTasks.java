package io.callbox.samples.tasks;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * {@link NodeTasks} of the process it runs in. Installs nothing, but takes its time over it. Safe
 * for use by many threads.
 */
public final class LocalNodeTasks implements NodeTasks {

  private static final List<String> LANGUAGES = List.of("java", "node", "php", "python");

  private final String node;
  private final Duration installation;
  private final LongSupplier fibonacciCalls;
  private final RunningTasks running = new RunningTasks();

  /**
   * The tasks of one node.
   *
   * @param node its id
   * @param installation how long an installation takes
   * @param fibonacciCalls how many calls of Fibonacci it has answered so far
   */
  public LocalNodeTasks(String node, Duration installation, LongSupplier fibonacciCalls) {
    this.node = node;
    this.installation = installation;
    this.fibonacciCalls = fibonacciCalls;
  }

  @Override
  public SystemInfo systemInfo() {
    return new SystemInfo(
        node,
        ProcessHandle.current().pid(),
        Runtime.version().toString(),
        Runtime.getRuntime().availableProcessors(),
        fibonacciCalls.getAsLong(),
        running.ids());
  }

  @Override
  public String installLanguage(String language) throws UnknownLanguageException {
    if (!LANGUAGES.contains(language)) {
      throw new UnknownLanguageException(
          "no installer for " + language + " on " + node + "; there are " + LANGUAGES, language);
    }
    return running.run("install-" + language, installation)
        ? language + " is installed on " + node
        : "the installation of " + language + " on " + node + " was cancelled";
  }

  @Override
  public void cancelTask(String taskId) {
    running.cancel(taskId);
  }
}
