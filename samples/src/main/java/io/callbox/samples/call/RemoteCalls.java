package io.callbox.samples.call;

import io.callbox.samples.arith.ArithStub;
import io.callbox.samples.cli.UsageException;
import io.callbox.samples.cli.Words;
import io.callbox.samples.fibonacci.FibonacciStub;
import io.callbox.samples.tasks.NodeTasksStub;
import java.util.List;

/** All calls that can be made from the command line, each through its stub. */
final class RemoteCalls {

  private static final String METHODS =
      "Arith.multiply, Arith.divide, Fibonacci.fibonacci, "
          + "NodeTasks.systemInfo, NodeTasks.installLanguage, NodeTasks.cancelTask";

  private RemoteCalls() {}

  /**
   * Reads a call.
   *
   * @param words the method's name, then its arguments
   * @throws UsageException if there is no such method, or if the arguments do not fit it
   */
  static RemoteCall parse(List<String> words) {
    if (words.isEmpty()) {
      throw new UsageException("no method given; there are " + METHODS);
    }
    String method = words.get(0);
    Words arguments = new Words(method, words.subList(1, words.size()));
    RemoteCall call = parse(method, arguments);
    arguments.end();
    return call;
  }

  private static RemoteCall parse(String method, Words arguments) {
    return switch (method) {
      case "Arith.multiply" -> multiply(arguments.integer("a"), arguments.integer("b"));
      case "Arith.divide" -> divide(arguments.integer("dividend"), arguments.integer("divisor"));
      case "Fibonacci.fibonacci" -> fibonacci(arguments.integer("n"));
      case "NodeTasks.systemInfo" -> channel -> new NodeTasksStub(channel).systemInfo();
      case "NodeTasks.installLanguage" -> installLanguage(arguments.text("language"));
      case "NodeTasks.cancelTask" -> cancelTask(arguments.text("taskId"));
      default -> throw new UsageException("no method '" + method + "' here; there are " + METHODS);
    };
  }

  private static RemoteCall multiply(int a, int b) {
    return channel -> new ArithStub(channel).multiply(a, b);
  }

  private static RemoteCall divide(int dividend, int divisor) {
    return channel -> new ArithStub(channel).divide(dividend, divisor);
  }

  private static RemoteCall fibonacci(int n) {
    return channel -> new FibonacciStub(channel).fibonacci(n);
  }

  private static RemoteCall installLanguage(String language) {
    return channel -> new NodeTasksStub(channel).installLanguage(language);
  }

  private static RemoteCall cancelTask(String taskId) {
    return channel -> {
      new NodeTasksStub(channel).cancelTask(taskId);
      return "sent";
    };
  }
}
