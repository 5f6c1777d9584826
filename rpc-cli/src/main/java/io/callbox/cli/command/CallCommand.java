package io.callbox.cli.command;

import io.callbox.cli.output.Output;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code callbox call}. */
@Command(
    name = "call",
    description = {
      "Call a method, and print its result as JSON.",
      "The arguments are held against the contract that is served before they are sent."
    },
    footer = {
      "",
      "  callbox call Arith.multiply a=7 b=8",
      "  callbox call Arith.multiply '{\"a\": 7, \"b\": 8}'",
      "  callbox call Arith.multiply '[7, 8]' --node node-2"
    })
public final class CallCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();
  @Mixin private final CallTarget target = new CallTarget();

  @Override
  public Integer call() throws IOException {
    try (connection) {
      RemoteCall call = target.call(connection);
      Optional<Object> result = outcome(call);
      if (call.method().oneWay()) {
        output.say("Sent.");
      } else {
        output.value(result.orElse(null));
      }
      return 0;
    }
  }

  private Optional<Object> outcome(RemoteCall call) {
    try {
      return call.make().join();
    } catch (CompletionException failed) {
      String service = call.method().service();
      if (failed.getCause() instanceof RpcException why
          && why.code() == StatusCode.UNAVAILABLE
          && isPaused(service)) {
        throw Refusal.outOfReach(
            why.code() + ": " + why.getMessage(), "callbox resume " + service + " ends the pause.");
      }
      throw failed;
    }
  }

  private boolean isPaused(String service) {
    try {
      return new Known(connection).isPaused(service);
    } catch (RpcException unknown) { // Redis is out of reach, which is why the call failed
      return false;
    }
  }
}
