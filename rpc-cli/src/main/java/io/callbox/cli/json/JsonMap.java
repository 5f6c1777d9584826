package io.callbox.cli.json;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads members of an object from another program. A member of the wrong type counts as missing.
 */
public final class JsonMap {

  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

  /** Reads an object; any other value counts as an empty object. */
  public JsonMap(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> members.put(String.valueOf(name), member));
    }
  }

  /** The members, in order. */
  public Map<String, @Nullable Object> members() {
    return members;
  }

  /** Returns a member that is an object. */
  public JsonMap object(String name) {
    return new JsonMap(members.get(name));
  }

  /** Returns the elements of a member; empty if it is not an array. */
  public List<?> list(String name) {
    return members.get(name) instanceof List<?> list ? list : List.of();
  }

  /** Returns a text member, or the other value. */
  public String text(String name, String otherwise) {
    return members.get(name) instanceof String text ? text : otherwise;
  }

  /** Returns a whole number; 0 if the member is not one that fits. */
  public long number(String name) {
    try {
      return members.get(name) instanceof Number number
          ? new BigDecimal(number.toString()).longValueExact()
          : 0;
    } catch (ArithmeticException misfit) {
      return 0;
    }
  }
}
