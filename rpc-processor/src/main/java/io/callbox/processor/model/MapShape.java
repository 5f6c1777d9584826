package io.callbox.processor.model;

/**
 * A map, which is an object.
 *
 * @param kind its kind
 * @param key the type of its keys: text, a whole number, a {@code UUID} or an enum
 * @param value the type of its values
 */
public record MapShape(Kind kind, TypeShape key, TypeShape value) implements TypeShape {

  /** The kinds of maps. */
  public enum Kind {
    MAP("Map", "read"),
    SORTED_MAP("SortedMap", "readSorted"),
    NAVIGABLE_MAP("NavigableMap", "readSorted");

    private final String simpleName;
    private final String reader;

    Kind(String simpleName, String reader) {
      this.simpleName = simpleName;
      this.reader = reader;
    }

    /** The Java type, without its arguments. */
    public JavaName type() {
      return JavaName.of("java.util", simpleName);
    }

    /** The method of {@code Maps} that reads it. */
    public String reader() {
      return reader;
    }
  }

  /** Returns whether its keys are plain text. */
  public boolean keyIsText() {
    return key == StandardShape.STRING;
  }

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.map(this);
  }

  @Override
  public String label() {
    String keys = keyIsText() ? "" : key.label() + "To";
    return kind.simpleName + "Of" + keys + value.label();
  }
}
