package io.callbox.processor.model;

/**
 * A type of the platform that contains values of one other type.
 *
 * @param kind its kind
 * @param element the type of its elements
 */
public record ContainerShape(Kind kind, TypeShape element) implements TypeShape {

  /** The kinds of containers. */
  @SuppressWarnings("ImmutableEnumChecker") // immutable: the methods are a record of texts
  public enum Kind {
    COLLECTION("Collection", "Lists.read", "Lists.write"),
    LIST("List", "Lists.read", "Lists.write"),
    QUEUE("Queue", "Queues.read", "Lists.write"),
    DEQUE("Deque", "Queues.read", "Lists.write"),
    SET("Set", "Sets.read", "Sets.write"),
    SORTED_SET("SortedSet", "Sets.readSorted", "Sets.write"),
    NAVIGABLE_SET("NavigableSet", "Sets.readSorted", "Sets.write"),
    OPTIONAL("Optional", "Optionals.read", "Optionals.write");

    private final String simpleName;
    private final ValueMethods methods;

    Kind(String simpleName, String reader, String writer) {
      this.simpleName = simpleName;
      this.methods = new ValueMethods(reader, writer);
    }

    /** The Java type, without its argument. */
    public JavaName type() {
      return JavaName.of("java.util", simpleName);
    }

    /** The methods that read it, given a reader of its elements, and write it, given a writer. */
    public ValueMethods methods() {
      return methods;
    }

    /** Returns whether equal elements count as one. */
    public boolean distinct() {
      return this == SET || sorted();
    }

    /** Returns whether its elements must have a natural order. */
    public boolean sorted() {
      return this == SORTED_SET || this == NAVIGABLE_SET;
    }
  }

  /**
   * Returns whether it is an {@code Optional}: its value can be left out, and is never {@code
   * null}.
   */
  public boolean isOptional() {
    return kind == Kind.OPTIONAL;
  }

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.container(this);
  }

  @Override
  public String label() {
    return kind.simpleName + "Of" + element.label();
  }
}
