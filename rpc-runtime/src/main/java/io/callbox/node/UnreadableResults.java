package io.callbox.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.contract.compare.Comparison;
import io.callbox.contract.compare.Effort;
import io.callbox.contract.compare.Verdict;
import io.callbox.contract.model.ContractFormatException;
import io.callbox.contract.model.OpenRpc;
import io.callbox.contract.model.ServiceContract;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.NodeRegistry;
import io.callbox.registry.ServiceInfo;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Explains why a client cannot read a result: it names the change of the contract, and the
 * revisions of both sides. It looks up the providers of the method at most every ten seconds, and
 * may wait for some seconds. Safe for use by many threads.
 */
final class UnreadableResults {

  private static final long FRESH_NANOS = Duration.ofSeconds(10).toNanos();

  private final NodeRegistry registry;
  private final ContractsOfOthers others;

  /**
   * Guards the following fields; the thread that holds it asks Redis for all calls that fail
   * meanwhile. It is no monitor: on JDK 21 to 23 a virtual thread that waits in a monitor, or for
   * one, keeps its carrier.
   */
  private final ReentrantLock asking = new ReentrantLock();

  /** By {@code Service.method}. */
  @GuardedBy("asking")
  private final Map<String, Explanation> explained = new HashMap<>();

  UnreadableResults(NodeRegistry registry, ContractsOfOthers others) {
    this.registry = registry;
    this.others = others;
  }

  /** The explanation for a method, and when it was found. */
  private record Explanation(String text, long nanos) {

    boolean isFresh() {
      return System.nanoTime() - nanos < FRESH_NANOS;
    }
  }

  /** Returns the same failure, with an explanation if one is known. */
  RpcException explained(MethodDescriptor<?> method, RpcException failure) {
    return new RpcException(
        new RpcException.Details(failure.code(), failure.executed(), failure.retryable()),
        failure.getMessage() + ". " + explanation(method),
        failure.getCause(),
        new RpcException.Place(method.fullName(), failure.node()));
  }

  private String explanation(MethodDescriptor<?> method) {
    asking.lock();
    try {
      Explanation known = explained.get(method.fullName());
      if (known == null || !known.isFresh()) {
        known = new Explanation(explain(method), System.nanoTime());
        explained.put(method.fullName(), known);
      }
      return known.text;
    } finally {
      asking.unlock();
    }
  }

  private String explain(MethodDescriptor<?> method) {
    ServiceContract ours = contractOf(method);
    String revision = ours == null ? null : shortened(ours.revision());
    String compiled =
        revision == null
            ? "This client has no document of its contract."
            : "This client was compiled against revision "
                + revision
                + " of "
                + method.service()
                + ".";
    try {
      return compiled + ' ' + other(method, ours, revision);
    } catch (RpcException unavailable) {
      return compiled + " Who serves it is not known: " + unavailable.getMessage();
    }
  }

  private String other(
      MethodDescriptor<?> method, @Nullable ServiceContract ours, @Nullable String revision) {
    for (NodeInfo node : registry.providersOf(method.service())) {
      Optional<ServiceInfo> other =
          node.services().stream()
              .filter(each -> each.name().equals(method.service()))
              .filter(each -> !each.revision().equals(revision))
              .findFirst();
      if (other.isPresent()) {
        return "Node %s serves revision %s.%s"
            .formatted(node.id(), other.get().revision(), change(method, ours, node.id()));
      }
    }
    return "Nobody serves another one now.";
  }

  private String change(MethodDescriptor<?> method, @Nullable ServiceContract ours, String node) {
    Optional<ServiceContract> theirs = others.of(node, method.service(), false).join();
    if (ours == null || theirs.isEmpty()) {
      return "";
    }
    return Comparison.of(
            ours.only(method.name()),
            theirs.get().only(method.name()),
            new Effort(LiveContracts.MOST_STEPS))
        .filter(comparison -> comparison.verdict() != Verdict.EITHER)
        .map(
            comparison -> " With this client as the old side: " + LiveContracts.harmful(comparison))
        .orElse("");
  }

  private static @Nullable String shortened(Optional<String> revision) {
    return revision.map(each -> each.substring(0, Math.min(12, each.length()))).orElse(null);
  }

  /** The document that the compiler wrote beside the class that reads the result. */
  private static @Nullable ServiceContract contractOf(MethodDescriptor<?> method) {
    String path = "/META-INF/callbox/" + method.service() + ".openrpc.json";
    try (InputStream in = method.resultReader().getClass().getResourceAsStream(path)) {
      List<ServiceContract> found =
          in == null ? List.of() : OpenRpc.read(new String(in.readAllBytes(), UTF_8));
      return found.isEmpty() ? null : found.get(0);
    } catch (IOException | ContractFormatException unreadable) {
      return null;
    }
  }
}
