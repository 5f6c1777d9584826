package io.callbox.processor.model;

/**
 * A type of the platform that holds values of one other type.
 *
 * @param kind which
 * @param element what it holds
 */
public record ContainerShape(Kind kind, TypeShape element) implements TypeShape {

  /** The containers there are. */
  public enum Kind {
    LIST("List", "Lists"),
    SET("Set", "Sets"),
    OPTIONAL("Optional", "Optionals");

    private final String simpleName;
    private final String codecClass;

    Kind(String simpleName, String codecClass) {
      this.simpleName = simpleName;
      this.codecClass = codecClass;
    }

    /** The Java type, without its argument. */
    public JavaName type() {
      return JavaName.of("java.util", simpleName);
    }

    /** The class of {@code io.callbox.json} that reads and writes it. */
    public String codecClass() {
      return codecClass;
    }
  }

  /** Whether it is an {@code Optional}: its value can be left out, and is never {@code null}. */
  public boolean isOptional() {
    return kind == Kind.OPTIONAL;
  }

  @Override
  public String label() {
    return kind.simpleName + "Of" + element.label();
  }
}
