package io.callbox.samples.serve;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.samples.arith.ArithSkeleton;
import io.callbox.samples.arith.IntArith;
import io.callbox.samples.cli.Command;
import io.callbox.samples.cli.CommandLine;
import io.callbox.samples.cli.TimeSpan;
import io.callbox.samples.cli.UsageException;
import io.callbox.samples.cli.WholeNumber;
import io.callbox.samples.fibonacci.FibonacciSkeleton;
import io.callbox.samples.fibonacci.RecursiveFibonacci;
import io.callbox.samples.tasks.LocalNodeTasks;
import io.callbox.samples.tasks.NodeTasksSkeleton;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Provides all sample services as one node, until the process is told to end. Prints one line when
 * it is ready. What it has taken by then, it still answers.
 */
public final class ServeCommand implements Command {

  /** One line of help. */
  public static final String USAGE =
      "serve --redis URI --node ID [--concurrency N] [--installation 2s]";

  private static final Set<String> OPTIONS = Set.of("redis", "node", "concurrency", "installation");

  @Override
  public int run(List<String> args, PrintStream out, PrintStream err) throws InterruptedException {
    CommandLine line = CommandLine.parse(args, OPTIONS);
    if (!line.words().isEmpty()) {
      throw new UsageException("serve takes options only, got '" + line.words().get(0) + "'");
    }
    RpcNode node = describe(line).start();
    Runtime.getRuntime().addShutdownHook(new Thread(node::close, "close-" + node.id()));
    out.println(node.id() + " is ready: Arith, Fibonacci, NodeTasks");
    new CountDownLatch(1).await(); // the process ends by a signal; the hook above closes the node
    return 0;
  }

  private static RpcNodeBuilder describe(CommandLine line) {
    String id = line.required("node");
    String installation = line.option("installation").orElse("2s");
    RecursiveFibonacci fibonacci = new RecursiveFibonacci();
    LocalNodeTasks tasks =
        new LocalNodeTasks(id, TimeSpan.parse("--installation", installation), fibonacci::answered);
    RpcNodeBuilder node =
        RpcNode.builder(id)
            .exposeFailures()
            .redis(line.required("redis"))
            .register(new ArithSkeleton(new IntArith()))
            .register(new FibonacciSkeleton(fibonacci))
            .register(new NodeTasksSkeleton(tasks));
    line.option("concurrency")
        .ifPresent(limit -> node.concurrency(WholeNumber.positive("--concurrency", limit)));
    return node;
  }
}
