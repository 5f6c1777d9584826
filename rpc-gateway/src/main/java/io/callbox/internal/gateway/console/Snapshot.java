package io.callbox.internal.gateway.console;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.internal.gateway.calls.LiveMethod;
import io.callbox.internal.gateway.calls.LiveService;
import io.callbox.internal.gateway.calls.LiveServices;
import io.callbox.internal.gateway.calls.RawJson;
import io.callbox.node.QueueStats;
import io.callbox.node.RpcNode;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.PausedService;
import io.callbox.registry.ServiceInfo;
import io.callbox.registry.SpreadService;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot as JSON for pages: nodes, services, the statistics of their methods, queues and dead
 * letters. For one thread; waits for Redis.
 */
final class Snapshot {

  private final RpcNode node;
  private final LiveServices live;
  private final Set<String> left;
  private final Map<String, PausedService> paused;
  private final Map<String, Integer> shards;
  private final Map<String, MergedStats> stats;
  private final Map<String, Backlog> backlogs = new HashMap<>();

  /**
   * Asks Redis and the nodes.
   *
   * @param left services that nodes have served and none serves now
   */
  Snapshot(RpcNode node, LiveServices live, Set<String> left) {
    this.node = node;
    this.live = live;
    this.left = left;
    this.paused =
        node.pausedServices().stream()
            .collect(Collectors.toMap(PausedService::service, each -> each));
    this.shards =
        node.spreadServices().stream()
            .collect(Collectors.toMap(SpreadService::service, SpreadService::shards));
    this.stats = new StatsCalls(node).ask(live.nodes());
  }

  byte[] bytes() {
    return RawJson.bytes(this::write);
  }

  private void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeNumberField("at", System.currentTimeMillis());
    out.writeArrayFieldStart("nodes");
    for (NodeInfo each : live.nodes()) {
      write(each, out);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("services");
    for (String name : names()) {
      writeService(name, out);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /**
   * Returns the services that are served, and of the others those that are paused, have requests
   * that wait, or have dead letters.
   */
  private Set<String> names() {
    Set<String> names = new TreeSet<>(live.services().keySet());
    names.addAll(paused.keySet());
    left.stream().filter(each -> backlog(each).isNeeded()).forEach(names::add);
    return names;
  }

  /** The requests that wait for somebody to serve them, and to decide on them. */
  private record Backlog(QueueStats queue, long dead) {

    boolean isNeeded() {
      return queue.length() > 0 || dead > 0;
    }
  }

  private Backlog backlog(String service) {
    return backlogs.computeIfAbsent(
        service, name -> new Backlog(node.queue(name), node.deadLetters(name).count()));
  }

  private static void write(NodeInfo info, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", info.id());
    out.writeStringField("host", info.place().host());
    out.writeNumberField("process", info.place().process());
    out.writeNumberField("startedAt", info.startedAt().toEpochMilli());
    String version = info.version();
    if (version != null) {
      out.writeStringField("version", version);
    }
    out.writeObjectFieldStart("labels");
    for (Map.Entry<String, String> label : info.labels().entrySet()) {
      out.writeStringField(label.getKey(), label.getValue());
    }
    out.writeEndObject();
    out.writeArrayFieldStart("services");
    for (ServiceInfo service : info.services()) {
      out.writeStartObject();
      out.writeStringField("name", service.name());
      out.writeStringField("revision", service.revision());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void writeService(String name, JsonGenerator out) throws IOException {
    Map<String, String> providers = new HashMap<>();
    for (NodeInfo each : live.nodes()) {
      each.services().stream()
          .filter(service -> service.name().equals(name))
          .forEach(service -> providers.put(each.id(), service.revision()));
    }
    LiveService service = live.services().get(name);
    Backlog backlog = backlog(name);
    out.writeStartObject();
    out.writeStringField("name", name);
    out.writeStringField("revision", service == null ? "" : service.revision());
    out.writeBooleanField("mixed", Set.copyOf(providers.values()).size() > 1);
    out.writeArrayFieldStart("providers");
    for (String id : new TreeSet<>(providers.keySet())) {
      out.writeString(id);
    }
    out.writeEndArray();
    out.writeNumberField("shards", shards.getOrDefault(name, 1));
    out.writeNumberField("depth", backlog.queue.length());
    out.writeNumberField("oldestMs", backlog.queue.oldest().toMillis());
    out.writeNumberField("dead", backlog.dead);
    out.writeBooleanField(
        "durable",
        service != null
            && service.methods().values().stream()
                .anyMatch(method -> method.descriptor().durable() != null));
    writePause(paused.get(name), out);
    out.writeArrayFieldStart("methods");
    Collection<LiveMethod> methods = service == null ? List.of() : service.methods().values();
    for (LiveMethod method : methods) {
      writeMethod(method, out);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void writePause(@Nullable PausedService pause, JsonGenerator out)
      throws IOException {
    if (pause != null) {
      out.writeObjectFieldStart("paused");
      out.writeStringField("callers", pause.callers().name());
      out.writeNumberField("since", pause.since().toEpochMilli());
      out.writeStringField("by", pause.by());
      out.writeEndObject();
    }
  }

  private void writeMethod(LiveMethod method, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("name", method.descriptor().name());
    stats.getOrDefault(method.fullName(), new MergedStats()).write(out);
    out.writeEndObject();
  }
}
