package io.callbox.cli.json;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads members of an object that another program has sent: what does not fit is missing. */
public final class JsonMap {

  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

  /** The members of an object; of any other value, none. */
  public JsonMap(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> members.put(String.valueOf(name), member));
    }
  }

  /** The members, in order. */
  public Map<String, @Nullable Object> members() {
    return members;
  }

  /** A member's own members. */
  public JsonMap object(String name) {
    return new JsonMap(members.get(name));
  }

  /** The elements of a member; none if it is no array. */
  public List<?> list(String name) {
    return members.get(name) instanceof List<?> list ? list : List.of();
  }

  /** A text, or what stands for it. */
  public String text(String name, String otherwise) {
    return members.get(name) instanceof String text ? text : otherwise;
  }

  /** A whole number; 0 if it is none that fits. */
  public long number(String name) {
    try {
      return members.get(name) instanceof Number number
          ? new BigDecimal(number.toString()).longValueExact()
          : 0;
    } catch (ArithmeticException misfit) {
      return 0;
    }
  }

  /** Whether a member is true. */
  public boolean isTrue(String name) {
    return Boolean.TRUE.equals(members.get(name));
  }
}
