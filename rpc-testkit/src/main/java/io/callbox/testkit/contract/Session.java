package io.callbox.testkit.contract;

import io.callbox.rpc.RpcChannel;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.generated.Generated;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One service between two nodes. It reports differences between sent and received values. */
final class Session {

  private final RecordingService recording;
  private final Object stub;

  Session(Class<?> service, Nodes nodes) {
    this.recording = new RecordingService(service);
    RpcChannel channel = nodes.serving(Generated.skeleton(service, recording.asService()));
    this.stub = Generated.stub(service, channel);
  }

  /** Makes a call that returns. */
  List<String> call(Method method, RandomValues random) {
    @Nullable Object[] arguments = random.of(method.getGenericParameterTypes());
    Object result = random.resultOf(method);
    recording.expect(result);
    List<String> differences = new ArrayList<>();
    try {
      Differences.between(method.getName() + "()", result, invoke(method, arguments), differences);
    } catch (InvocationTargetException failed) {
      return List.of(method.getName() + "(): " + failed.getCause());
    }
    @Nullable Object[] arrived = recording.arrived();
    for (int index = 0; index < arguments.length; index++) {
      String path = method.getName() + "(" + method.getParameters()[index].getName() + ")";
      Differences.between(path, arguments[index], arrived[index], differences);
    }
    return differences;
  }

  /** Makes a call that throws an exception which its method declares. */
  List<String> fail(Method method, Class<?> type, RandomValues random) {
    Exception thrown = random.exceptionOf(type);
    recording.expectToThrow(thrown);
    List<String> differences = new ArrayList<>();
    String path = method.getName() + "() throws " + type.getSimpleName();
    try {
      invoke(method, random.of(method.getGenericParameterTypes()));
      differences.add(path + ": thrown " + thrown + ", but it returned");
    } catch (InvocationTargetException failed) {
      Differences.betweenExceptions(path, thrown, failed.getCause(), differences);
    }
    recording.arrived();
    return differences;
  }

  private @Nullable Object invoke(Method method, @Nullable Object[] arguments)
      throws InvocationTargetException {
    try {
      Object answer = method.invoke(stub, arguments);
      return answer instanceof CompletableFuture<?> future
          ? future.join()
          : ItemLists.taken(answer);
    } catch (CompletionException failed) {
      throw new InvocationTargetException(failed.getCause());
    } catch (IllegalAccessException hidden) {
      throw new IllegalStateException(hidden);
    }
  }
}
