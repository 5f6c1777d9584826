package io.callbox.processor.writing;

import com.palantir.javapoet.ClassName;
import io.callbox.processor.model.ArrayShape;
import io.callbox.processor.model.Definition;
import io.callbox.processor.model.Definition.ValueDefinition;
import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.MapKeys;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.NamedShape;
import io.callbox.processor.model.ServiceModel;
import io.callbox.processor.model.TypeShape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The shared state of one marshaller's parts: its names, and the methods to which they refer and
 * that are not written yet. For one thread.
 */
final class MarshallerScope {

  private final ClassName self;
  private final ClassName skeleton;
  private final GeneratedNames names;
  private final MapKeys keys;
  private final Map<TypeShape, MemberModel> values = new HashMap<>();
  private final Set<Request> requested = new LinkedHashSet<>();
  private final Deque<Request> open = new ArrayDeque<>();
  private final Set<String> fields = new LinkedHashSet<>();
  private final boolean covariant;

  MarshallerScope(ServiceModel service, GeneratedNames names) {
    this.self = JavaTypes.of(service.marshaller());
    this.skeleton = JavaTypes.of(service.skeleton());
    this.names = names;
    this.keys = new MapKeys(service);
    this.covariant =
        service.methods().stream()
            .flatMap(method -> method.parameters().stream())
            .anyMatch(parameter -> parameter.wildcards().any());
    for (Definition definition : service.definitions()) {
      if (definition instanceof ValueDefinition value) {
        values.put(value.shape(), value.value());
      }
    }
  }

  ClassName self() {
    return self;
  }

  ClassName skeleton() {
    return skeleton;
  }

  GeneratedNames names() {
    return names;
  }

  /** Returns whether collections may contain elements of subtypes, like Kotlin's. */
  boolean covariant() {
    return covariant;
  }

  /** Returns the value that is written in place of a type, if there is one. */
  Optional<MemberModel> valueOf(TypeShape type) {
    return Optional.ofNullable(values.get(type));
  }

  /** Returns whether a type is the key of a map. */
  boolean isKey(NamedShape type) {
    return keys.contains(type);
  }

  /** Returns the constant that holds a name on the wire. */
  String field(String wireName) {
    fields.add(wireName);
    return names.field(wireName);
  }

  /** Returns the names that were passed to {@link #field}. */
  Set<String> fields() {
    return fields;
  }

  /** Requests a method that reads or writes a type. */
  void request(TypeShape shape, What what) {
    Request request = new Request(shape, what);
    if (requested.add(request)) {
      open.add(request);
    }
  }

  /** Returns the next requested method that is not written yet. */
  Optional<Request> nextRequest() {
    return Optional.ofNullable(open.poll());
  }

  /** The task of a requested method: the first two, with a type that has no definition. */
  enum What {
    READ,
    WRITE,
    READ_NULLABLE,
    WRITE_NULLABLE
  }

  /** A method that does this with a type. */
  record Request(TypeShape shape, What what) {

    /**
     * Returns whether the method reads an array of a generic type, which needs an unchecked cast.
     */
    boolean genericArray() {
      return what == What.READ
          && shape instanceof ArrayShape array
          && JavaTypes.isGeneric(array.component());
    }
  }
}
