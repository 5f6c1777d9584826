package io.callbox.processor.model;

import java.util.List;
import java.util.Set;

/**
 * A service: an annotated interface, and all that is reachable from it.
 *
 * @param name the interface
 * @param wireName its name on the wire
 * @param methods its remote methods, in their order
 * @param definitions each type of the user's that travels, once, in the order of its first use
 * @param exceptions each declared exception, once, in the order of its first use
 * @param setting what around it matters to the text of generated code
 */
public record ServiceModel(
    JavaName name,
    String wireName,
    List<MethodModel> methods,
    List<Definition> definitions,
    List<ExceptionModel> exceptions,
    Setting setting) {

  /** A service of these methods. */
  public ServiceModel {
    methods = List.copyOf(methods);
    definitions = List.copyOf(definitions);
    exceptions = List.copyOf(exceptions);
  }

  /** The blocking stub. */
  public JavaName stub() {
    return name.generated("Stub");
  }

  /** The asynchronous stub. */
  public JavaName asyncStub() {
    return name.generated("AsyncStub");
  }

  /** The server's side. */
  public JavaName skeleton() {
    return name.generated("Skeleton");
  }

  /** What reads and writes for all three. */
  public JavaName marshaller() {
    return name.generated("Marshaller");
  }

  /**
   * What around the interface matters to the text of generated code.
   *
   * @param docs what its Javadoc says
   * @param isPublic whether it can be seen from everywhere
   * @param deprecated whether it or what it uses is deprecated
   * @param shadowsJavaLang whether its package has a type named like one of {@code java.lang}
   * @param inheritedTypeNames simple names that mean one of its nested types within its stub
   */
  public record Setting(
      Docs docs,
      boolean isPublic,
      boolean deprecated,
      boolean shadowsJavaLang,
      Set<String> inheritedTypeNames) {

    /** A setting with these inherited names. */
    public Setting {
      inheritedTypeNames = Set.copyOf(inheritedTypeNames);
    }
  }
}
