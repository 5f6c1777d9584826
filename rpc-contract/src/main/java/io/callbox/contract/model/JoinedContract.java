package io.callbox.contract.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The OpenRPC documents of several services, joined into one. Different types with the same name
 * are distinguished by their service: {@code Orders.Line}. For one thread.
 */
public final class JoinedContract {

  private static final String REFERENCE = "#/components/schemas/";

  private final Map<String, JsonObject> documents = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> services = new LinkedHashMap<>();
  private final List<Object> methods = new ArrayList<>();

  /** Creates a document without services. */
  public JoinedContract() {}

  /** Adds a service with a document; the revision counts if the document contains none. */
  public void add(String service, String revision, JsonObject document) {
    documents.put(service, document);
    Map<String, Object> described = new LinkedHashMap<>();
    document.text("x-interface").ifPresent(type -> described.put("x-interface", type));
    described.put("x-revision", document.text("x-revision").orElse(revision));
    services.put(service, described);
  }

  /**
   * Adds a service without a document, with the names of its methods, which include the service's
   * name.
   */
  public void add(String service, String revision, List<String> names) {
    services.put(service, Map.of("x-revision", revision));
    names.forEach(name -> methods.add(Map.of("name", name, "params", List.of())));
  }

  /**
   * Returns the members {@code methods}, {@code components} and {@code x-services} of the document.
   */
  public Map<String, Object> members() {
    Set<String> ambiguous = ambiguous();
    List<Object> described = new ArrayList<>();
    Map<String, Object> types = new LinkedHashMap<>();
    for (Map.Entry<String, JsonObject> each : documents.entrySet()) {
      String service = each.getKey();
      each.getValue().list("methods").forEach(m -> described.add(renamed(m, service, ambiguous)));
      for (Map.Entry<String, Object> type : typesOf(each.getValue()).entrySet()) {
        types.put(
            name(type.getKey(), service, ambiguous), renamed(type.getValue(), service, ambiguous));
      }
    }
    described.addAll(methods);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("methods", described);
    members.put("components", Map.of("schemas", types));
    members.put("x-services", services);
    return members;
  }

  /**
   * Returns the names that stand for different types in different services, directly or through
   * types that they use.
   */
  private Set<String> ambiguous() {
    Map<String, Object> first = new LinkedHashMap<>();
    Set<String> ambiguous = new LinkedHashSet<>();
    for (JsonObject document : documents.values()) {
      typesOf(document)
          .forEach(
              (name, type) -> {
                Object known = first.putIfAbsent(name, type);
                if (known != null && !known.equals(type)) {
                  ambiguous.add(name);
                }
              });
    }
    boolean more = true;
    while (more) {
      more = addUsers(ambiguous, first);
    }
    return ambiguous;
  }

  /** Adds the users of ambiguous types, which are ambiguous too. Returns whether there were any. */
  private static boolean addUsers(Set<String> ambiguous, Map<String, Object> types) {
    List<String> users = new ArrayList<>();
    types.forEach(
        (name, type) -> {
          if (!ambiguous.contains(name) && mentions(type, ambiguous)) {
            users.add(name);
          }
        });
    return ambiguous.addAll(users);
  }

  private static boolean mentions(Object value, Set<String> names) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(each -> mentions(each, names));
    } else if (value instanceof List<?> list) {
      return list.stream().anyMatch(each -> mentions(each, names));
    }
    return value instanceof String text
        && text.startsWith(REFERENCE)
        && names.contains(text.substring(REFERENCE.length()));
  }

  private static Object renamed(Object value, String service, Set<String> ambiguous) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, each) -> copy.put((String) key, renamed(each, service, ambiguous)));
      return copy;
    } else if (value instanceof List<?> list) {
      return list.stream().map(each -> renamed(each, service, ambiguous)).toList();
    } else if (value instanceof String text && text.startsWith(REFERENCE)) {
      return REFERENCE + name(text.substring(REFERENCE.length()), service, ambiguous);
    }
    return value;
  }

  private static String name(String type, String service, Set<String> ambiguous) {
    return ambiguous.contains(type) ? service + '.' + type : type;
  }

  private static Map<String, Object> typesOf(JsonObject document) {
    return document.object("components").object("schemas").members();
  }
}
