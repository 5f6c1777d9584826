package io.callbox.contract.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads OpenRPC documents: those that the compiler writes, with one service each, and results of
 * {@code rpc.discover}, with several. Documents of other origin are read as far as they are
 * similar.
 */
public final class OpenRpc {

  private final JsonObject document;
  private final SchemaReader schemas = new SchemaReader();

  private OpenRpc(JsonObject document) {
    this.document = document;
  }

  /**
   * Returns the services that a document describes, in its order.
   *
   * @throws ContractFormatException if the text is not an OpenRPC document
   */
  public static List<ServiceContract> read(String text) {
    JsonObject document = JsonObject.of(JsonTree.parse(text), "the document");
    if (!document.has("openrpc")) {
      throw new ContractFormatException("is not an OpenRPC document: it has no member 'openrpc'");
    }
    return new OpenRpc(document).services();
  }

  private List<ServiceContract> services() {
    Map<String, Schema> types = schemas.all(document.object("components").object("schemas"));
    Map<String, List<JsonObject>> methods = new LinkedHashMap<>();
    if (!document.has("x-services")) {
      document
          .object("info")
          .text("title")
          .ifPresent(title -> methods.put(title, new ArrayList<>()));
    }
    document
        .object("x-services")
        .members()
        .keySet()
        .forEach(name -> methods.put(name, new ArrayList<>()));
    Set<String> known = Set.copyOf(methods.keySet());
    List<Integer> lengths =
        known.stream().map(String::length).distinct().sorted(Comparator.reverseOrder()).toList();
    for (JsonObject method : document.objects("methods")) {
      String service = serviceOf(nameOf(method), known, lengths);
      methods.computeIfAbsent(service, name -> new ArrayList<>()).add(method);
    }
    return methods.entrySet().stream()
        .map(each -> service(each.getKey(), each.getValue(), types))
        .toList();
  }

  private ServiceContract service(
      String name, List<JsonObject> described, Map<String, Schema> types) {
    Map<String, MethodContract> methods = new LinkedHashMap<>();
    for (JsonObject each : described) {
      String method = nameOf(each).substring(Math.min(nameOf(each).length(), name.length() + 1));
      methods.put(method, method(method, each));
    }
    JsonObject source =
        document.has("x-services") ? document.object("x-services").object(name) : document;
    return new ServiceContract(
        name, source.text("x-interface"), source.text("x-revision"), methods, types);
  }

  private MethodContract method(String name, JsonObject described) {
    List<Member> parameters = described.objects("params").stream().map(schemas::parameter).toList();
    String given = described.has("x-stream") ? "x-stream" : "result";
    Schema result =
        described.has(given)
            ? schemas.read(described.object(given).object("schema"))
            : new Schema.Null();
    MethodContract.Traits traits =
        new MethodContract.Traits(
            described.isTrue("x-oneway"),
            described.isTrue("x-idempotent"),
            described.text("x-timeout").orElse(""),
            described.has("x-durable") ? durable(described.object("x-durable")) : "",
            described.has("x-stream"));
    return new MethodContract(name, parameters, result, exceptions(described), traits);
  }

  private static String durable(JsonObject described) {
    return "kept for %s, %s runs of %s%s"
        .formatted(
            described.text("keep").orElse("?"),
            described.members().get("attempts") instanceof Number attempts ? attempts : "?",
            described.text("timeout").orElse("?"),
            described.text("sync").map(", accepted by "::concat).orElse(""));
  }

  /**
   * Returns the contents of {@code data} in the entries of {@code errors}: a class, and its fields.
   */
  private Map<String, Schema> exceptions(JsonObject method) {
    Map<String, Schema> exceptions = new LinkedHashMap<>();
    for (JsonObject error : method.objects("errors")) {
      for (JsonObject data : error.object("data").objects("oneOf")) {
        JsonObject properties = data.object("properties");
        Optional<String> type = properties.object("type").text("const");
        type.ifPresent(name -> exceptions.put(name, schemas.read(properties.object("details"))));
      }
    }
    return exceptions;
  }

  private static String nameOf(JsonObject method) {
    return method
        .text("name")
        .orElseThrow(() -> new ContractFormatException(method.path() + " has no name"));
  }

  /**
   * Returns the longest known name that a method's name begins with. It looks at lengths, of which
   * there are few: a document may name many thousands of services and methods.
   */
  private static String serviceOf(String method, Set<String> known, List<Integer> lengths) {
    return lengths.stream()
        .filter(length -> length < method.length() && method.charAt(length) == '.')
        .map(length -> method.substring(0, length))
        .filter(known::contains)
        .findFirst()
        .orElseGet(() -> method.substring(0, Math.max(0, method.lastIndexOf('.'))));
  }
}
