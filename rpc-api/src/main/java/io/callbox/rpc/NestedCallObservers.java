package io.callbox.rpc;

import io.callbox.log.MessageLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The observers of one call, one inside the other. Never throws: an exception of an observer is
 * logged, and the other observers are still called. Complete before a second thread uses it.
 */
final class NestedCallObservers implements CallObserver {

  private static final Logger LOG = LoggerFactory.getLogger(NestedCallObservers.class);
  private static final MessageLog FAILED = MessageLog.of(LOG, "{}: an interceptor failed");

  private final MethodDescriptor<?> method;
  private final CallObserver[] interceptions;
  private int count;

  NestedCallObservers(MethodDescriptor<?> method, int most) {
    this.method = method;
    this.interceptions = new CallObserver[most];
  }

  /** Adds the next observer inside the others. */
  void add(CallObserver interception) {
    if (interception != NONE) {
      interceptions[count++] = interception;
    }
  }

  @Override
  public void leave() {
    for (int index = count - 1; index >= 0; index--) {
      quietly(interceptions[index]::leave);
    }
  }

  @Override
  public void end(Outcome outcome) {
    for (int index = count - 1; index >= 0; index--) {
      CallObserver interception = interceptions[index];
      quietly(() -> interception.end(outcome));
    }
  }

  @Override
  public CallContext.Scope resume() {
    CallContext.Scope[] scopes = new CallContext.Scope[count];
    for (int index = 0; index < count; index++) {
      scopes[index] = resume(interceptions[index]);
    }
    return () -> closeAll(scopes);
  }

  private CallContext.Scope resume(CallObserver interception) {
    try {
      return interception.resume();
    } catch (RuntimeException | Error broken) {
      FAILED.error(broken, method);
      return CallContext.Scope.NONE;
    }
  }

  private void closeAll(CallContext.Scope[] scopes) {
    for (int index = scopes.length - 1; index >= 0; index--) {
      quietly(scopes[index]::close);
    }
  }

  private void quietly(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error broken) {
      FAILED.error(broken, method);
    }
  }
}
