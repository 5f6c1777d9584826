package evolution;

import io.callbox.rpc.RpcException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** What came of calls, told alike by both versions. */
final class Outcomes {

  private final Map<String, String> byMethod = new TreeMap<>();

  Outcomes call(String method, Callable<?> call) {
    try {
      byMethod.put(method, String.valueOf(call.call()));
    } catch (RpcException failure) {
      byMethod.put(method, failure.code() + ", " + failure.executed() + ": " + failure.getMessage());
    } catch (Exception other) {
      throw new AssertionError(other);
    }
    return this;
  }

  Map<String, String> byMethod() {
    return byMethod;
  }
}
