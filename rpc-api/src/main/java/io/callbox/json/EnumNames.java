package io.callbox.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads an enum's constants by name, as values and as keys of maps. Immutable; {@link Enum#valueOf}
 * is not used because it finds the constants by reflection.
 *
 * @param <E> the enum
 */
public final class EnumNames<E extends Enum<E>> implements ValueReader<E>, KeyReader<E> {

  private final Map<String, E> byName;
  private final String expected;

  private EnumNames(Map<String, E> byName, String expected) {
    this.byName = byName;
    this.expected = expected;
  }

  /** Returns the names of these constants: an enum's {@code values()}. */
  public static <E extends Enum<E>> EnumNames<E> of(E[] constants) {
    Map<String, E> byName = new HashMap<>();
    for (E constant : constants) {
      byName.put(constant.name(), constant);
    }
    String names = Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
    return new EnumNames<>(byName, "one of " + names);
  }

  @Override
  public E read(JsonParser in) throws IOException {
    return known(in, Texts.read(in, expected));
  }

  @Override
  public E readKey(JsonParser in) throws IOException {
    return known(in, in.currentName());
  }

  private E known(JsonParser in, String name) throws IOException {
    @Nullable E constant = byName.get(name);
    if (constant == null) {
      throw JsonMismatchException.expected(expected, in);
    }
    return constant;
  }
}
