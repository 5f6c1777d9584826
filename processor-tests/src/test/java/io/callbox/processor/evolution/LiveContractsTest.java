package io.callbox.processor.evolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import io.callbox.node.ContractMode;
import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.processor.Corpus;
import io.callbox.processor.GeneratedCode;
import io.callbox.rpc.ServiceSkeleton;
import io.callbox.transport.memory.InMemoryTransport;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node looks, before it serves, at what others serve under the same names. */
final class LiveContractsTest {

  private static final String PLACED = "String place(String item);";

  private final InMemoryTransport transport = new InMemoryTransport();
  private RpcNode running;

  @BeforeEach
  void serveOrders() {
    running = start("running", ContractMode.WARN, orders("shop", PLACED));
  }

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void anotherServiceOfTheSameNameIsRefusedAndBothOriginsNamed() {
    String refusal = refusal(ContractMode.WARN, orders("kitchen", "int cancel(int order);"));
    assertTrue(refusal.contains("kitchen.Orders"), refusal);
    assertTrue(refusal.contains("shop.Orders"), refusal);
    assertTrue(refusal.contains("node running"), refusal);
  }

  @Test
  void renameIsRefusedOnlyWhereThatIsWanted() {
    ServiceSkeleton renamed = orders("shop", "String place(String article);");
    String refusal = refusal(ContractMode.REFUSE, renamed);
    assertTrue(refusal.contains("Orders.place(item)"), refusal);
    start("new", ContractMode.WARN, renamed).close();
    start("newer", ContractMode.SILENT, renamed).close();
  }

  @Test
  void compatibleVersionsServeSideBySide() {
    ServiceSkeleton wider = orders("shop", PLACED + " int count();");
    try (RpcNode beside = start("new", ContractMode.REFUSE, wider)) {
      assertEquals(2, beside.registry().providersOf("Orders").size());
    }
    start("moved", ContractMode.REFUSE, orders("store", PLACED)).close();
  }

  @Test
  void nodeThatIsRefusedLeavesTheRegistry() {
    refusal(ContractMode.WARN, orders("kitchen", "int cancel(int order);"));
    assertEquals(1, running.registry().nodes().size());
  }

  @Test
  void everyServiceIsComparedHoweverManyHaveChanged() {
    List<RpcNode> others = new ArrayList<>();
    List<ServiceSkeleton> ours = new ArrayList<>();
    for (String name : List.of("A", "B", "C", "D", "E")) {
      others.add(start("serves-" + name, ContractMode.WARN, service(name, "shop", PLACED)));
      ours.add(service(name, "shop", PLACED + " int count();"));
    }
    ours.set(4, service("E", "kitchen", "int cancel(int order);"));
    RpcNodeBuilder all = RpcNode.builder("new").transport(transport);
    ours.forEach(all::register);
    String refusal = assertThrows(IllegalStateException.class, all::start).toString();
    assertTrue(refusal.contains("kitchen.E"), refusal);
    others.forEach(RpcNode::close);
  }

  private String refusal(ContractMode mode, ServiceSkeleton skeleton) {
    return assertThrows(IllegalStateException.class, () -> start("new", mode, skeleton)).toString();
  }

  private RpcNode start(String id, ContractMode mode, ServiceSkeleton skeleton) {
    return RpcNode.builder(id).transport(transport).contracts(mode).register(skeleton).start();
  }

  private static ServiceSkeleton orders(String packageName, String methods) {
    return service("Orders", packageName, methods);
  }

  private static ServiceSkeleton service(String name, String packageName, String methods) {
    Compilation compilation =
        Corpus.compileLoosely(
            JavaFileObjects.forSourceString(
                packageName + "." + name,
                """
                package %s;
                @io.callbox.annotation.RemoteService public interface %s { %s }
                """
                    .formatted(packageName, name, methods)));
    ClassLoader classes = GeneratedCode.load(compilation);
    try {
      Class<?> contract = classes.loadClass(packageName + "." + name);
      Object nothing =
          Proxy.newProxyInstance(
              classes,
              new Class<?>[] {contract},
              (self, method, arguments) -> {
                throw new UnsupportedOperationException();
              });
      return (ServiceSkeleton)
          classes
              .loadClass(packageName + "." + name + "Skeleton")
              .getConstructor(contract)
              .newInstance(nothing);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(packageName, impossible);
    }
  }
}
