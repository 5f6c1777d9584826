package io.callbox.contract.model;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The JSON form of a value, as far as compatibility depends on it. Immutable. */
public sealed interface Schema {

  /** Returns its name in messages: {@code an integer}. */
  String words();

  /**
   * Returns names in the form of a list in a sentence: at most fifty, and the number of the others.
   */
  static String listed(String separator, Collection<String> names) {
    String first = names.stream().limit(50).collect(Collectors.joining(separator));
    int others = names.size() - 50;
    return others > 0 ? first + separator + others + " others" : first;
  }

  /**
   * Any JSON.
   *
   * @param boundTo the class into which Jackson's databind reads it; empty if it stays JSON
   */
  record Anything(Optional<String> boundTo) implements Schema {
    @Override
    public String words() {
      return boundTo.map(type -> "what databind makes of " + type).orElse("any JSON");
    }
  }

  /** Only null. */
  record Null() implements Schema {
    @Override
    public String words() {
      return "nothing";
    }
  }

  /**
   * A value, or null.
   *
   * @param value the value
   */
  record Nullable(Schema value) implements Schema {
    @Override
    public String words() {
      return value.words() + " or null";
    }
  }

  /** True or false. */
  record Truth() implements Schema {
    @Override
    public String words() {
      return "a boolean";
    }
  }

  /**
   * A number.
   *
   * @param type the Java type
   * @param whole whether it has no fraction
   * @param least the least; empty if there is none
   * @param greatest the greatest; empty if there is none
   * @param coded whether it is a code of an enum's constants, which the document does not list
   */
  record Numeric(
      String type,
      boolean whole,
      Optional<BigDecimal> least,
      Optional<BigDecimal> greatest,
      boolean coded)
      implements Schema {
    @Override
    public String words() {
      return type;
    }
  }

  /**
   * Text of a form.
   *
   * @param type the Java type that knows the form: {@code String}, {@code Instant}, {@code byte[]}
   * @param coded whether it is a code of an enum's constants, which the document does not list
   */
  record Text(String type, boolean coded) implements Schema {
    @Override
    public String words() {
      return type;
    }
  }

  /**
   * A value from which an object is made that may refuse it.
   *
   * @param value the value
   */
  record Checked(Schema value) implements Schema {
    @Override
    public String words() {
      return value.words();
    }
  }

  /**
   * One of several texts.
   *
   * @param constants the texts that are written
   * @param aliases other texts that are read, and the constant for each
   * @param fallback the constant for unknown texts; empty if they are refused
   */
  record Choice(List<String> constants, Map<String, String> aliases, Optional<String> fallback)
      implements Schema {
    @Override
    public String words() {
      return "one of " + listed(", ", constants);
    }

    /**
     * Returns the texts that another writes and that this one does not know: it reads them by its
     * fallback, or refuses them.
     */
    public Set<String> unknownOf(Choice other) {
      Set<String> unknown = new LinkedHashSet<>(other.constants);
      constants.forEach(unknown::remove);
      unknown.removeIf(aliases::containsKey);
      return unknown;
    }
  }

  /**
   * An array.
   *
   * @param element its elements
   * @param set whether equal elements count as one
   */
  record Elements(Schema element, boolean set) implements Schema {
    @Override
    public String words() {
      return (set ? "a set of " : "a list of ") + element.words();
    }
  }

  /**
   * An object whose members have no names of their own.
   *
   * @param keys the type of the names
   * @param values the type of the values
   */
  record Entries(Schema keys, Schema values) implements Schema {
    @Override
    public String words() {
      return "a map of " + keys.words() + " to " + values.words();
    }
  }

  /**
   * An object with named members.
   *
   * @param members the members by their names, in order
   * @param tag names it among several subtypes
   * @param checked whether its constructor may refuse its arguments
   */
  record Structure(Map<String, Member> members, Optional<Tag> tag, boolean checked)
      implements Schema {
    @Override
    public String words() {
      return "an object of " + listed(", ", members.keySet());
    }
  }

  /**
   * The tag by which an object names its subtype.
   *
   * @param property the member
   * @param text its value
   */
  record Tag(String property, String text) {}

  /**
   * An object of one of several subtypes.
   *
   * @param property the member that names the subtype
   * @param subtypes the subtypes by the values of this member, each by a reference
   */
  record Union(String property, Map<String, Schema> subtypes) implements Schema {
    @Override
    public String words() {
      return "one of " + listed(", ", subtypes.keySet()) + " by " + property;
    }
  }

  /**
   * A type with a name.
   *
   * @param name its name among the document's schemas
   */
  record Named(String name) implements Schema {
    @Override
    public String words() {
      return name;
    }
  }
}
