package io.callbox.internal.gateway.mcp;

import io.callbox.contract.model.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes self-contained schemas from those of a contract: the types that a method uses are under
 * {@code $defs}. Immutable.
 */
final class ToolSchemas {

  private static final String IN_DOCUMENT = "#/components/schemas/";
  private static final String IN_SCHEMA = "#/$defs/";

  private final Map<String, Object> types;

  /** Creates the schemas for the methods of this document. */
  ToolSchemas(JsonObject document) {
    this.types = document.object("components").object("schemas").members();
  }

  /** Returns the schema of an object with a method's parameters. */
  Map<String, Object> input(JsonObject method) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (JsonObject parameter : method.objects("params")) {
      String name = parameter.text("name").orElse("");
      Map<String, Object> schema = new LinkedHashMap<>(parameter.object("schema").members());
      parameter.text("description").ifPresent(said -> schema.putIfAbsent("description", said));
      properties.put(name, schema);
      if (parameter.isTrue("required")) {
        required.add(name);
      }
    }
    return alone(properties, required);
  }

  /** Returns the schema of an object whose member {@code result} is a method's result. */
  Map<String, Object> output(JsonObject method) {
    JsonObject result = method.object("result");
    Map<String, Object> schema = new LinkedHashMap<>(result.object("schema").members());
    result.text("description").ifPresent(said -> schema.putIfAbsent("description", said));
    return alone(Map.of("result", schema), List.of("result"));
  }

  private Map<String, Object> alone(Map<String, Object> properties, List<String> required) {
    Deque<String> wanted = new ArrayDeque<>();
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", moved(properties, wanted));
    schema.put("required", required);
    schema.put("additionalProperties", false);
    Map<String, Object> definitions = new LinkedHashMap<>();
    while (!wanted.isEmpty()) {
      String name = wanted.poll();
      Object type = types.get(name);
      if (type != null && !definitions.containsKey(name)) {
        definitions.put(name, type); // before it is read, because it may refer to itself
        definitions.put(name, moved(type, wanted));
      }
    }
    if (!definitions.isEmpty()) {
      schema.put("$defs", definitions);
    }
    return schema;
  }

  /**
   * Returns the value with references into the schema itself, and adds their types to the wanted
   * ones.
   */
  private static Object moved(Object value, Deque<String> wanted) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach(
          (key, each) -> {
            if (!key.equals("discriminator")) { // names the types' old places
              copy.put((String) key, moved(each, wanted));
            }
          });
      return copy;
    } else if (value instanceof List<?> list) {
      return list.stream().map(each -> moved(each, wanted)).toList();
    } else if (value instanceof String text && text.startsWith(IN_DOCUMENT)) {
      String name = text.substring(IN_DOCUMENT.length());
      wanted.add(name);
      return IN_SCHEMA + name;
    }
    return value;
  }
}
