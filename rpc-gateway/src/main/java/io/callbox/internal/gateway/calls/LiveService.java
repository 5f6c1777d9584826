package io.callbox.internal.gateway.calls;

import io.callbox.contract.model.ContractFormatException;
import io.callbox.contract.model.JoinedContract;
import io.callbox.contract.model.JsonObject;
import io.callbox.registry.ServiceInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service that a node serves now. Immutable.
 *
 * @param name its name on the wire
 * @param revision the revision of its contract, on the node that started last
 * @param contract its contract, as OpenRPC; empty if no node publishes one
 * @param methods its methods by name, without the service's name
 */
public record LiveService(
    String name, String revision, Optional<JsonObject> contract, Map<String, LiveMethod> methods) {

  /**
   * Creates a service with this contract.
   *
   * @throws ContractFormatException if the contract cannot be read
   */
  static LiveService of(String name, String revision, JsonObject document) {
    Map<String, LiveMethod> methods = new LinkedHashMap<>();
    for (JsonObject each : document.objects("methods")) {
      if (each.text("name").filter(full -> full.startsWith(name + '.')).isPresent()) {
        LiveMethod method = LiveMethod.of(name, each);
        methods.put(method.descriptor().name(), method);
      }
    }
    LiveService service = new LiveService(name, revision, Optional.of(document), methods);
    JoinedContract alone = new JoinedContract();
    service.addTo(alone);
    alone.members(); // an error is found here, not when all services are shown
    return service;
  }

  static LiveService without(ServiceInfo service) {
    String name = service.name();
    Map<String, LiveMethod> methods = new LinkedHashMap<>();
    for (String each : service.methods()) {
      Map<String, Object> members = Map.of("name", name + '.' + each, "params", List.of());
      methods.put(each, LiveMethod.of(name, new JsonObject(members, each)));
    }
    return new LiveService(name, service.revision(), Optional.empty(), methods);
  }

  /** Adds its visible methods to a document of many services. */
  public void addTo(JoinedContract joined) {
    if (contract.isPresent()) {
      joined.add(name, revision, visible(contract.get()));
    } else {
      joined.add(name, revision, methods.values().stream().map(LiveMethod::fullName).toList());
    }
  }

  private JsonObject visible(JsonObject document) {
    List<Object> described = new ArrayList<>();
    methods.values().forEach(method -> described.add(method.described().members()));
    Map<String, Object> members = new LinkedHashMap<>(document.members());
    members.put("methods", described);
    JsonObject said = document.object("x-services").object(name);
    for (String each : List.of("x-interface", "x-revision")) {
      said.text(each).ifPresent(text -> members.put(each, text));
    }
    return new JsonObject(members, document.path());
  }
}
