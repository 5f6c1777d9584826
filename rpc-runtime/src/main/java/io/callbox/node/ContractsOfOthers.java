package io.callbox.node;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.contract.model.OpenRpc;
import io.callbox.contract.model.ServiceContract;
import io.callbox.internal.client.RpcClient;
import io.callbox.json.Json;
import io.callbox.log.Printable;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcChannel;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks nodes for their contracts, with {@code rpc.discover}. Safe for use by many threads. */
final class ContractsOfOthers {

  private static final Logger LOG = LoggerFactory.getLogger(ContractsOfOthers.class);
  private static final CallOptions OPTIONS = CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(2));
  private static final MethodDescriptor<String> DISCOVER =
      MethodDescriptor.named("rpc", "discover")
          .idempotent()
          .returning(
              in -> {
                StringWriter text = new StringWriter();
                try (JsonGenerator out = Json.FACTORY.createGenerator(text)) {
                  out.copyCurrentStructure(in);
                }
                return text.toString();
              });

  private final RpcClient client;

  ContractsOfOthers(RpcClient client) {
    this.client = client;
  }

  /**
   * Asks a node for the contract of a service. Never fails: the result is empty, after at most two
   * seconds, if the node does not answer or has no document.
   *
   * @param starting whether the node may still be starting, and not serve yet
   */
  CompletableFuture<Optional<ServiceContract>> of(String node, String service, boolean starting) {
    RpcChannel channel = client.channels().toNode(node);
    return (starting ? channel.waitForProvider() : channel)
        .callAsync(DISCOVER, out -> writeService(out, service), OPTIONS)
        .thenApply(document -> find(service, document))
        .exceptionally(
            untold -> {
              LOG.debug("{} tells no contract of {}: {}", node, service, Printable.of(untold));
              return Optional.empty();
            });
  }

  private static Optional<ServiceContract> find(String service, String document) {
    return OpenRpc.read(document).stream()
        .filter(each -> each.name().equals(service) && each.origin().isPresent())
        .findFirst();
  }

  private static void writeService(JsonGenerator out, String service) throws IOException {
    out.writeStartObject();
    out.writeStringField("service", service);
    out.writeEndObject();
  }
}
