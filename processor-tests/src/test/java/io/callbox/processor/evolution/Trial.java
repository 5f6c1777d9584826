package io.callbox.processor.evolution;

import io.callbox.contract.compare.Verdict;
import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.ServiceSkeleton;
import io.callbox.transport.memory.InMemoryTransport;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * Runs old against new: each side calls the other's worker with all that its types allow. Harm is a
 * call that fails, and a marker that does not arrive where the other side has null instead.
 */
final class Trial implements AutoCloseable {

  private static final Pattern MARKER = Pattern.compile("\\bm\\d+\\b");
  private static final Pattern NULL = Pattern.compile("\\bnull\\b");

  private final AtomicReference<String> given = new AtomicReference<>("");
  private final Version older;
  private final Version newer;
  private final RpcNode oldWorker;
  private final RpcNode newWorker;
  private final RpcNode client;

  Trial(Version older, Version newer, int rows) {
    this.older = older;
    this.newer = newer;
    InMemoryTransport transport = new InMemoryTransport();
    this.oldWorker = worker("old", older, rows, transport);
    this.newWorker = worker("new", newer, rows, transport);
    this.client =
        RpcNode.builder("client").transport(transport).timeout(Duration.ofSeconds(20)).start();
  }

  private RpcNode worker(String id, Version version, int rows, InMemoryTransport transport) {
    RpcNodeBuilder builder = RpcNode.builder(id).transport(transport);
    for (int index = 0; index < rows; index++) {
      builder.register(skeleton(version, index));
    }
    return builder.start();
  }

  private ServiceSkeleton skeleton(Version version, int index) {
    Class<?> contract = version.contract(index);
    Object implementation =
        Proxy.newProxyInstance(
            contract.getClassLoader(), new Class<?>[] {contract}, new Implementation(given));
    return (ServiceSkeleton) make(version.load(index, "RowSkeleton"), contract, implementation);
  }

  /** What the calls of these methods come to. */
  Verdict verdict(int index, List<String> methods) {
    return Verdict.of(
        !harm(older, newer, newWorker, index, methods).isEmpty(),
        !harm(newer, older, oldWorker, index, methods).isEmpty());
  }

  private List<String> harm(
      Version caller, Version worker, RpcNode node, int index, List<String> methods) {
    Object stub =
        make(caller.load(index, "RowStub"), RpcChannel.class, client.channelTo(node.id()));
    List<String> harm = new ArrayList<>();
    for (Method method : caller.contract(index).getMethods()) {
      if (methods.isEmpty() || methods.contains(method.getName())) {
        for (Object[] arguments : new Samples().arguments(method)) {
          call(stub, method, arguments, rounds(worker, index, method), harm);
        }
      }
    }
    return harm;
  }

  /** As many as the worker has different results. */
  private static int rounds(Version worker, int index, Method method) {
    return Arrays.stream(worker.contract(index).getMethods())
        .filter(each -> each.getName().equals(method.getName()))
        .filter(each -> each.getParameterCount() == 0)
        .mapToInt(each -> new Samples().results(each).size())
        .findFirst()
        .orElse(1);
  }

  private void call(Object stub, Method method, Object[] arguments, int rounds, List<String> harm) {
    for (int round = 0; round < rounds; round++) {
      try {
        Object result = method.invoke(stub, arguments);
        Object seen =
            result instanceof CompletableFuture<?> future ? future.join() : Items.read(result);
        String sent = arguments.length > 0 ? Arrays.toString(arguments) : given.get();
        boolean nothing = method.getReturnType() == void.class;
        if (!nothing && isLost(sent, String.valueOf(seen))) {
          harm.add(sent + " arrives as " + seen);
        }
      } catch (InvocationTargetException failure) {
        if (failure.getCause() instanceof RpcException || failure.getCause() instanceof Error) {
          harm.add(String.valueOf(failure.getCause()));
        }
      } catch (RuntimeException failure) {
        harm.add(failure.toString());
      } catch (IllegalAccessException impossible) {
        throw new LinkageError(method.toString(), impossible);
      }
    }
  }

  /** Whether a marker has gone, and null has come. */
  private static boolean isLost(String sent, String seen) {
    boolean gone = MARKER.matcher(sent).results().anyMatch(found -> !seen.contains(found.group()));
    return gone && NULL.matcher(seen).results().count() > NULL.matcher(sent).results().count();
  }

  private static Object make(Class<?> type, Class<?> parameter, Object argument) {
    try {
      return type.getConstructor(parameter).newInstance(argument);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(type.toString(), impossible);
    }
  }

  @Override
  public void close() {
    client.close();
    newWorker.close();
    oldWorker.close();
  }
}
