package io.callbox.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.JavaFileObjects;
import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.ServiceSkeleton;
import io.callbox.transport.memory.InMemoryTransport;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A contract changes, and callers and workers are not replaced at the same moment. Both versions
 * are compiled and loaded apart, and call each other through two nodes.
 */
final class ContractEvolutionTest {

  private static ClassLoader older;
  private static ClassLoader newer;

  @BeforeAll
  static void compileBoth() {
    older = load("older");
    newer = load("newer");
  }

  @Test
  void addedParametersAndComponentsAreEmptyForOldCallers() throws Exception {
    assertEquals(
        "Order[id=a, amount=1, discount=Optional.empty, wrapping=null] Optional.empty null",
        calls(older, newer).get("place"));
  }

  @Test
  void addedParametersAndComponentsAreIgnoredByOldWorkers() throws Exception {
    assertEquals("Order[id=a, amount=1, note=null]", calls(newer, older).get("place"));
  }

  @Test
  void resultsChangeAsArgumentsDo() throws Exception {
    assertEquals("Order[id=b, amount=2, note=null]", calls(older, newer).get("find"));
    assertEquals(
        "Order[id=b, amount=2, discount=Optional.empty, wrapping=null]",
        calls(newer, older).get("find"));
  }

  @Test
  void addedConstantIsTheDefaultOneForWhoDoesNotKnowIt() throws Exception {
    assertEquals("OTHER", calls(older, newer).get("advance"));
    assertEquals("OTHER", calls(newer, older).get("advance"));
  }

  @Test
  void addedConstantWithoutADefaultIsAnErrorThatNamesIt() throws Exception {
    assertFailed(
        "INVALID_ARGUMENT, NO: ",
        "'colour' must be one of RED, got \"BLUE\"",
        calls(newer, older),
        "paint");
    assertFailed(
        "INTERNAL, YES: ", "must be one of RED, got \"BLUE\"", calls(older, newer), "paint");
  }

  @Test
  void removedComponentIsIgnoredByNewWorkers() throws Exception {
    assertEquals("Parcel[id=c]", calls(older, newer).get("ship"));
  }

  @Test
  void removedPrimitiveIsMissedByOldWorkers() throws Exception {
    assertFailed(
        "INVALID_ARGUMENT, NO: ", "'parcel.weight' is missing", calls(newer, older), "ship");
  }

  @Test
  void addedPrimitiveParameterIsMissedByNewWorkers() throws Exception {
    assertFailed("INVALID_ARGUMENT, NO: ", "'of' is missing", calls(older, newer), "rate");
    assertEquals("5 stars", calls(newer, older).get("rate"));
  }

  @Test
  void addedMethodIsUnimplementedByOldWorkers() throws Exception {
    assertFailed("UNIMPLEMENTED, NO: ", "count", calls(newer, older), "count");
  }

  private static void assertFailed(
      String start, String part, Map<String, String> outcomes, String method) {
    String outcome = outcomes.getOrDefault(method, "");
    assertTrue(outcome.startsWith(start) && outcome.contains(part), outcome);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> calls(ClassLoader caller, ClassLoader worker)
      throws Exception {
    InMemoryTransport transport = new InMemoryTransport();
    var serving = (Supplier<ServiceSkeleton>) instance(worker, "evolution.Worker");
    var calling = (Function<RpcChannel, Map<String, String>>) instance(caller, "evolution.Caller");
    try (RpcNode server =
            RpcNode.builder("worker").transport(transport).register(serving.get()).start();
        RpcNode client = RpcNode.builder("caller").transport(transport).start()) {
      return calling.apply(client.channelTo(server.id()));
    }
  }

  private static Object instance(ClassLoader classes, String name) throws Exception {
    return classes.loadClass(name).getDeclaredConstructor().newInstance();
  }

  private static ClassLoader load(String version) {
    return GeneratedCode.load(
        Stream.of("Outcomes", version + "/Orders", version + "/Worker", version + "/Caller")
            .map(
                file ->
                    JavaFileObjects.forSourceString(
                        "evolution." + file.replaceFirst(".*/", ""),
                        Corpus.text("evolution/" + file + ".java")))
            .toArray(JavaFileObject[]::new));
  }
}
