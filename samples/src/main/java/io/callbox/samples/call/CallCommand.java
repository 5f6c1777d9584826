package io.callbox.samples.call;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.rpc.RpcChannel;
import io.callbox.samples.cli.Command;
import io.callbox.samples.cli.CommandLine;
import io.callbox.samples.cli.TimeSpan;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/**
 * Makes one call and prints its result: of the node that {@code --node} names, or else of whichever
 * provides the service.
 */
public final class CallCommand implements Command {

  /** One line of help. */
  public static final String USAGE =
      "call --redis URI [--node ID] [--timeout 2s] Service.method [argument ...]";

  private static final Set<String> OPTIONS = Set.of("redis", "node", "timeout");
  private static final int ANSWERED = 0;
  private static final int DECLARED_EXCEPTION = 3;

  @Override
  public int run(List<String> args, PrintStream out, PrintStream err) {
    CommandLine line = CommandLine.parse(args, OPTIONS);
    RemoteCall call = RemoteCalls.parse(line.words());
    try (RpcNode caller = describe(line).start()) {
      out.println(call.through(channel(caller, line)));
      return ANSWERED;
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Exception declared) {
      err.println(declared.getClass().getSimpleName() + ": " + declared.getMessage());
      return DECLARED_EXCEPTION;
    }
  }

  private static RpcNodeBuilder describe(CommandLine line) {
    String id = "call-" + ProcessHandle.current().pid();
    RpcNodeBuilder caller = RpcNode.builder(id).redis(line.required("redis"));
    line.option("timeout").ifPresent(text -> caller.timeout(TimeSpan.parse("--timeout", text)));
    return caller;
  }

  private static RpcChannel channel(RpcNode caller, CommandLine line) {
    return line.option("node").map(caller::channelTo).orElseGet(caller::channelToAny);
  }
}
