package io.callbox.samples.demo;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.samples.cli.Command;
import io.callbox.samples.cli.UsageException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Shows what Callbox does, a line for each step, with a Redis and three nodes started for it. Ends
 * by itself, or stays until it is interrupted if it is told so; and takes along what it has
 * started.
 */
public final class DemoCommand implements Command {

  private static final String STAY = "--stay";

  /** One line of help. */
  public static final String USAGE = "demo [" + STAY + "]";

  private static final String CONSOLE = "rpc-cli/callbox gateway --allow-actions --redis ";

  private static final int SHOWN = 0;
  private static final int FAILED = 1;

  private static final List<Step> STEPS =
      List.of(
          new WhoIsThere(),
          new ComingAndGoing(),
          new ChosenNode(),
          new SharedWork(),
          new AsynchronousCall(),
          new DeclaredException(),
          new TimedOutCall(),
          new CallWhileDown(),
          new DurableCall(),
          new PlainJson(),
          new RefusedCaller(),
          new CarriedHeader(),
          new CheckedArguments(),
          new OpenBreaker(),
          new OneTrace(),
          new Meters(),
          new OwnWords(),
          new Health());

  @Override
  public int run(List<String> args, PrintStream out, PrintStream err) throws Exception {
    boolean stays = args.equals(List.of(STAY));
    if (!args.isEmpty() && !stays) {
      throw new UsageException("demo takes " + STAY + " only, got '" + args.get(0) + "'");
    }
    out.println("starting a Redis and the nodes " + Stage.NODES);
    Figures figures = Figures.start();
    try (Cluster cluster = Cluster.start(Stage.NODES);
        RpcNode caller = caller(cluster.redisUri(), figures).start();
        Office office = Office.open(cluster.redisUri(), figures)) {
      int shown = show(new Stage(caller, cluster, office, figures), out, err);
      if (!stays) {
        out.println(
            "a console: run demo " + STAY + ", and in another terminal " + CONSOLE + "ADDRESS");
        return shown;
      }
      stay(cluster.redisUri(), out);
      return shown;
    }
  }

  /** Stays for ever, with a node that serves durable calls besides. */
  private static void stay(String redisUri, PrintStream out) throws InterruptedException {
    try (RpcNode press = DurableCall.press(redisUri)) {
      out.println("durable calls can be looked at too: " + press.id() + " is back");
      out.println("it stays until it is interrupted; a console: " + CONSOLE + redisUri);
      new CountDownLatch(1).await();
    }
  }

  private static RpcNodeBuilder caller(String redisUri, Figures figures) {
    return RpcNode.builder("demo")
        .redis(redisUri)
        .interceptClient(figures.traces())
        .interceptClient(figures.meters())
        .interceptClient(Office.signed())
        .interceptClient(OpenBreaker.BREAKING);
  }

  private static int show(Stage stage, PrintStream out, PrintStream err) {
    for (Step step : STEPS) {
      try {
        out.println(step.title() + ": " + step.show(stage));
      } catch (Exception failure) {
        err.println(step.title() + ": FAILED: " + failure);
        return FAILED;
      }
    }
    return SHOWN;
  }
}
