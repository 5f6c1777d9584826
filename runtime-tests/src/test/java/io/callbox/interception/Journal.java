package io.callbox.interception;

import io.callbox.rpc.CallObserver;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.Outcome;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An interceptor that writes down what it hears, with its name in front. */
record Journal(String name, List<String> lines) implements Interceptor {

  Journal(String name) {
    this(name, new CopyOnWriteArrayList<>());
  }

  @Override
  public CallObserver begin(InterceptedCall call) {
    lines.add(name + " begins " + call.side() + ' ' + call.method());
    return new CallObserver() {
      @Override
      public void leave() {
        lines.add(name + " leaves");
      }

      @Override
      public void end(Outcome outcome) {
        lines.add(name + " ends " + outcome.kind() + ' ' + outcome.statusName());
      }
    };
  }
}
