package io.callbox.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The member names of one kind of object, in the order a marshaller reads and writes them.
 * Immutable; a marshaller keeps one in a constant for each record, and for the parameters of each
 * method.
 *
 * <pre>{@code
 * MemberCursor members = QUOTIENT.open(in);
 * while (members.next()) {
 *   switch (members.index()) {
 *     case 0 -> quotient = Numbers.readInt(in);
 *     case 1 -> remainder = Numbers.readInt(in);
 *     default -> members.skip();
 *   }
 * }
 * members.require(0);
 * }</pre>
 */
public final class Members {

  /** The result of {@link #indexOf} for a name that is not a member. */
  static final int UNKNOWN = -1;

  private static final Members NONE = of();

  private final String[] names;
  private final SerializedString[] encoded;
  private final Map<String, Integer> aliases;

  private Members(String[] names, Map<String, Integer> aliases) {
    this.names = names;
    this.encoded = Stream.of(names).map(SerializedString::new).toArray(SerializedString[]::new);
    this.aliases = aliases;
  }

  /** Makes the members of these names. */
  public static Members of(String... names) {
    String[] interned = new String[names.length];
    for (int index = 0; index < names.length; index++) {
      interned[index] = names[index].intern();
    }
    return new Members(interned, Map.of());
  }

  /** Returns these members, with a further name for one of them. Readers accept it. */
  public Members alias(String alias, int index) {
    Map<String, Integer> more = new HashMap<>(aliases);
    more.put(alias, index);
    return new Members(names, Map.copyOf(more));
  }

  /**
   * Starts reading the object that the parser stands on.
   *
   * @throws JsonMismatchException if the parser stands on no object
   */
  public MemberCursor open(JsonParser in) throws IOException {
    if (!in.isExpectedStartObjectToken()) {
      throw JsonMismatchException.expected("an object", in);
    }
    return new MemberCursor(this, in, false);
  }

  /**
   * Starts reading parameters: an object by name, or an array by position.
   *
   * @throws JsonMismatchException if the parser stands on neither
   */
  public MemberCursor openParams(JsonParser in) throws IOException {
    if (in.currentToken() == JsonToken.VALUE_NULL) {
      throw JsonMismatchException.expected("an object or an array, or be left out", in);
    }
    if (!in.isExpectedStartArrayToken()) {
      return open(in);
    }
    in.getParsingContext().setCurrentValue(this);
    return new MemberCursor(this, in, true);
  }

  /**
   * Reads the parameters of a method that has none: passes over members that the method does not
   * know.
   *
   * @throws JsonMismatchException if the parser stands on no object and no empty array
   */
  public static void readNone(JsonParser in) throws IOException {
    MemberCursor members = NONE.openParams(in);
    while (members.next()) {
      members.skip();
    }
  }

  /** The name at an index, as a parser compares it with what is written. */
  SerializedString encoded(int index) {
    return encoded[index];
  }

  int size() {
    return names.length;
  }

  String name(int index) {
    return index < names.length ? names[index] : "[" + index + "]";
  }

  /**
   * The index of a name. The search begins at {@code expected}. The name is there if the writer
   * keeps to the order, and close behind it if the writer leaves members out.
   */
  int indexOf(String name, int expected) {
    for (int step = 0; step < names.length; step++) {
      int ahead = expected + step;
      int index = ahead < names.length ? ahead : ahead - names.length;
      if (names[index].equals(name)) {
        return index;
      }
    }
    return aliases.getOrDefault(name, UNKNOWN);
  }
}
