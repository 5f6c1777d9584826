package io.callbox.samples;

import io.callbox.rpc.RpcException;
import io.callbox.samples.call.CallCommand;
import io.callbox.samples.cli.Command;
import io.callbox.samples.cli.UsageException;
import io.callbox.samples.demo.DemoCommand;
import io.callbox.samples.faults.FaultsCommand;
import io.callbox.samples.serve.ServeCommand;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/**
 * The program: runs the command that its first word names.
 *
 * <p>It exits with 0 if the command did its work or help was asked for, 1 if a call or the demo
 * failed, 2 if the command line cannot be understood, and 3 if the called method threw an exception
 * that it declares.
 */
public final class Samples {

  private static final Set<String> HELP = Set.of("help", "--help", "-h");

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private Samples() {}

  /** Runs one command, and ends the process with its exit code. */
  public static void main(String[] args) throws Exception {
    System.exit(run(List.of(args), System.out, System.err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) throws Exception {
    try {
      if (args.isEmpty()) {
        throw new UsageException("no command given");
      }
      if (HELP.contains(args.get(0))) {
        out.println(usage());
        return DONE;
      }
      return command(args.get(0)).run(args.subList(1, args.size()), out, err);
    } catch (UsageException
        | IllegalArgumentException misused) { // the latter: of RpcNode's builder
      err.println(misused.getMessage());
      err.println(usage());
      return MISUSED;
    } catch (RpcException failed) {
      err.println(failed.code() + ": " + failed.getMessage());
      return FAILED;
    }
  }

  private static Command command(String name) {
    return switch (name) {
      case "serve" -> new ServeCommand();
      case "call" -> new CallCommand();
      case "demo" -> new DemoCommand();
      case "faults" -> new FaultsCommand();
      default -> throw new UsageException("no command '" + name + "'");
    };
  }

  private static String usage() {
    return String.join(
        System.lineSeparator(),
        "usage: java -jar samples.jar <command>",
        "  " + ServeCommand.USAGE,
        "  " + CallCommand.USAGE,
        "  " + DemoCommand.USAGE,
        "  " + FaultsCommand.USAGE);
  }
}
