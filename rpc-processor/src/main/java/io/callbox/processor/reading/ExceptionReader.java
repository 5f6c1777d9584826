package io.callbox.processor.reading;

import com.google.auto.common.MoreTypes;
import io.callbox.processor.model.ExceptionModel;
import io.callbox.processor.model.ExceptionModel.Argument;
import io.callbox.processor.model.JavaName;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.MemberModel.Rules;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads validated {@code throws} clauses. One for each service; for one thread. */
final class ExceptionReader {

  private final Mirrors mirrors;
  private final ShapeReader shapes;
  private final LocalNames localNames;
  private final TypeElement service;
  private final Map<JavaName, ExceptionModel> known = new LinkedHashMap<>();

  ExceptionReader(Mirrors mirrors, ShapeReader shapes, LocalNames localNames, TypeElement service) {
    this.mirrors = mirrors;
    this.shapes = shapes;
    this.localNames = localNames;
    this.service = service;
  }

  /** The exceptions read so far, in the order of their first use. */
  List<ExceptionModel> exceptions() {
    return List.copyOf(known.values());
  }

  /** The exceptions of a clause, most specific first. */
  List<ExceptionModel> read(List<? extends TypeMirror> thrown) {
    return thrown.isEmpty() ? List.of() : sorted(thrown);
  }

  private List<ExceptionModel> sorted(List<? extends TypeMirror> thrown) {
    return thrown.stream()
        .sorted(Comparator.comparing(this::depth).reversed())
        .map(MoreTypes::asTypeElement)
        .distinct()
        .map(this::read)
        .toList();
  }

  private ExceptionModel read(TypeElement type) {
    shapes.note(type);
    JavaName name = mirrors.nameOf(type);
    ExceptionModel read = known.get(name);
    if (read == null) {
      read = new ExceptionModel(name, name.dotted(), arguments(type));
      known.put(name, read);
    }
    return read;
  }

  private List<Argument> arguments(TypeElement type) {
    LocalNames.Scope names = localNames.ofExceptionFields();
    return new RebuildableExceptions(mirrors)
        .arguments(type, service).orElseThrow().stream()
            .map(argument -> argument(argument, names))
            .toList();
  }

  private Argument argument(ConstructorArgument argument, LocalNames.Scope names) {
    if (argument instanceof ConstructorArgument.Field field) {
      return new Argument.Field(
          new MemberModel(
              names.of(field.name()),
              field.name(),
              field.accessor() + "()",
              shapes.read(field.type()),
              Rules.NONE));
    }
    return argument instanceof ConstructorArgument.Cause
        ? new Argument.Cause()
        : new Argument.Message();
  }

  /** Returns the number of classes above it. */
  private int depth(TypeMirror type) {
    return mirrors.types().directSupertypes(type).stream().mapToInt(this::depth).max().orElse(0)
        + 1;
  }
}
