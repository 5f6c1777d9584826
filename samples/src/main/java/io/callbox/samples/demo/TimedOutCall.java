package io.callbox.samples.demo;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.samples.tasks.NodeTasksStub;
import java.time.Duration;
import java.time.Instant;

/** No call waits for longer than its timeout. */
final class TimedOutCall implements Step {

  @Override
  public String title() {
    return "a timeout";
  }

  @Override
  public String show(Stage stage) throws Exception {
    NodeTasksStub tasks = new NodeTasksStub(stage.to("node-1"));
    Instant begin = Instant.now();
    try {
      throw new IllegalStateException(
          tasks.withTimeout(Duration.ofMillis(300)).installLanguage("python"));
    } catch (RpcException failure) {
      Stage.expect(failure.code() == StatusCode.DEADLINE_EXCEEDED, "a timeout, got " + failure);
      tasks.cancelTask("install-python");
      return "%s after %d ms: %s"
          .formatted(
              failure.code(),
              Duration.between(begin, Instant.now()).toMillis(),
              failure.getMessage());
    }
  }
}
