package io.callbox.processor.model;

import java.util.List;
import java.util.Set;

/**
 * A service: an annotated interface, and all types that it uses.
 *
 * @param name the interface
 * @param wireName its name on the wire
 * @param methods its remote methods, in their order
 * @param definitions each user's type that travels, once, in the order of its first use
 * @param exceptions each declared exception, once, in the order of its first use
 * @param setting the surroundings that affect the text of generated code
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
    return GeneratedType.STUB.of(name);
  }

  /** The asynchronous stub. */
  public JavaName asyncStub() {
    return GeneratedType.ASYNC_STUB.of(name);
  }

  /** The stub of its durable methods; only generated if it has any. */
  public JavaName durableStub() {
    return GeneratedType.DURABLE_STUB.of(name);
  }

  /** The methods that can be submitted as durable calls. */
  public List<MethodModel> durableMethods() {
    return methods.stream().filter(each -> each.traits().durable().isPresent()).toList();
  }

  /** The methods that can be called at all providers: those that return no streams. */
  public List<MethodModel> methodsToAll() {
    return methods.stream().filter(method -> !method.streams()).toList();
  }

  /** The stub that calls all providers; not generated if it would have no methods. */
  public JavaName allStub() {
    return GeneratedType.ALL_STUB.of(name);
  }

  /** The server's side. */
  public JavaName skeleton() {
    return GeneratedType.SKELETON.of(name);
  }

  /** The marshaller, which reads and writes for all of them. */
  public JavaName marshaller() {
    return GeneratedType.MARSHALLER.of(name);
  }

  /**
   * The surroundings of the interface that affect the text of generated code.
   *
   * @param docs its Javadoc
   * @param isPublic whether it is public
   * @param deprecated whether it, or a type that it uses, is deprecated
   * @param inheritedNames the names of nested types and constants that its stub inherits
   * @param siblings first words of packages that are also types of its own package
   */
  public record Setting(
      Docs docs,
      boolean isPublic,
      boolean deprecated,
      Set<String> inheritedNames,
      Set<String> siblings) {

    /** Creates a setting with these names. */
    public Setting {
      inheritedNames = Set.copyOf(inheritedNames);
      siblings = Set.copyOf(siblings);
    }
  }
}
