package io.callbox.contract.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object of a parsed text, read member by member. Each getter fails with {@link
 * ContractFormatException} if the member has another type.
 *
 * @param members the members by name
 * @param path its place, for messages
 */
public record JsonObject(Map<String, Object> members, String path) {

  /** Returns a value as an object. */
  public static JsonObject of(Object value, String path) {
    if (value instanceof Map<?, ?> map) {
      @SuppressWarnings("unchecked") // the parser makes only such maps and lists
      Map<String, Object> members = (Map<String, Object>) map;
      return new JsonObject(members, path);
    }
    throw new ContractFormatException(path + " must be an object");
  }

  /** Returns whether there is such a member. */
  public boolean has(String name) {
    return members.containsKey(name);
  }

  /** Returns a text; empty if it is missing. */
  public Optional<String> text(String name) {
    return member(name, String.class, "a string");
  }

  /** Returns whether a member is there and true. */
  public boolean isTrue(String name) {
    return member(name, Boolean.class, "a boolean").orElse(false);
  }

  /** Returns a member of any class that the parser makes. */
  public <T> Optional<T> member(String name, Class<T> type, String expected) {
    Object value = members.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      throw new ContractFormatException(path + '.' + name + " must be " + expected);
    }
    return Optional.of(type.cast(value));
  }

  /** Returns an object; empty if it is missing. */
  public JsonObject object(String name) {
    return of(members.getOrDefault(name, Map.of()), path + '.' + name);
  }

  /** Returns the elements of an array; none if it is missing. */
  @SuppressWarnings("unchecked") // the parser makes only such maps and lists
  public List<Object> list(String name) {
    return (List<Object>) member(name, List.class, "an array").orElse(List.of());
  }

  /** Returns the elements of an array of objects; none if it is missing. */
  public List<JsonObject> objects(String name) {
    return list(name).stream().map(each -> of(each, path + '.' + name)).toList();
  }

  /** Returns the elements of an array of strings; none if it is missing. */
  public List<String> texts(String name) {
    return list(name).stream().map(String::valueOf).toList();
  }
}
