package io.callbox.rpc;

import io.callbox.log.MessageLog;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Interceptors one inside the other: the first is the outermost. Immutable. */
final class InterceptorChain implements Interceptor {

  private static final Logger LOG = LoggerFactory.getLogger(InterceptorChain.class);
  private static final MessageLog FAILED = MessageLog.of(LOG, "{}: an interceptor failed");

  private final Interceptor[] interceptors;

  InterceptorChain(List<Interceptor> interceptors) {
    this.interceptors = interceptors.toArray(new Interceptor[0]);
  }

  @Override
  public CallObserver begin(InterceptedCall call) {
    NestedCallObservers begun = new NestedCallObservers(call.method(), interceptors.length);
    for (Interceptor interceptor : interceptors) {
      try {
        begun.add(interceptor.begin(call));
      } catch (RpcException refusal) {
        throw abandon(begun, refusal);
      } catch (RuntimeException | Error broken) {
        FAILED.error(broken, call.method());
        throw abandon(begun, failed(call, broken));
      }
    }
    return begun;
  }

  /** Tells the interceptors that have begun that a later one has refused the call. */
  private static RpcException abandon(CallObserver begun, RpcException refusal) {
    begun.end(Outcome.failed(refusal.code(), refusal));
    begun.leave();
    return refusal;
  }

  private static RpcException failed(InterceptedCall call, Throwable broken) {
    String message = call.method() + ": an interceptor failed: " + broken;
    return new RpcException(StatusCode.INTERNAL, Executed.NO, message, broken);
  }
}
