package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.TypeShape;
import io.callbox.processor.writing.MarshallerScope.What;
import java.util.LinkedHashSet;
import java.util.Set;

/** Writes the methods that marshal results, once for each type of results. For one marshaller. */
final class ResultWriter {

  private final MarshallerScope scope;
  private final Set<Result> results = new LinkedHashSet<>();

  ResultWriter(MarshallerScope scope) {
    this.scope = scope;
  }

  /** Adds the methods for the result of a method, unless they are there. */
  void addTo(TypeSpec.Builder marshaller, MethodModel method) {
    boolean required = method.traits().resultRequired();
    method
        .returns()
        .result()
        .map(shape -> new Result(shape, required))
        .filter(results::add)
        .ifPresent(result -> add(marshaller, result));
  }

  private void add(TypeSpec.Builder marshaller, Result result) {
    TypeShape shape = result.shape();
    if (result.isNullable()) {
      scope.request(shape, What.READ_NULLABLE);
      scope.request(shape, What.WRITE_NULLABLE);
      return;
    }
    TypeName type = JavaTypes.of(shape);
    String value =
        result.required() ? Library.OBJECTS + ".requireNonNull(result, \"the result\")" : "result";
    marshaller.addMethod(
        MarshallerMethods.writing(suffix(result))
            .addParameter(type, "result")
            .addStatement("$L", new WriteCode(scope).write(shape, value))
            .build());
    ReadCode reading = new ReadCode(scope);
    String read = result.required() ? reading.read(shape) : reading.readNullable(shape);
    marshaller.addMethod(
        MarshallerMethods.reading(suffix(result), type).addStatement("return $L", read).build());
  }

  /** Adds the constants of all types of results. */
  void addTo(Constants constants) {
    results.forEach(result -> add(constants, result));
  }

  private void add(Constants constants, Result result) {
    constants.add(
        ParameterizedTypeName.get(Library.RESULT_TYPE, JavaTypes.boxed(result.shape())),
        scope.names().resultConstant(result.shape(), result.required()),
        CodeBlock.of(
            "new $T<>(\n$>$>$T::read$L,\n$T::write$L)$<$<",
            Library.RESULT_TYPE,
            scope.self(),
            suffix(result),
            scope.self(),
            suffix(result)));
  }

  private String suffix(Result result) {
    return result.isNullable()
        ? scope.names().nullable(result.shape())
        : scope.names().result(result.shape(), result.required());
  }

  /** The results of a type; required if they are never {@code null}. */
  private record Result(TypeShape shape, boolean required) {

    /** Returns whether its methods must handle {@code null}. */
    boolean isNullable() {
      return !required && !WriteCode.handlesNull(shape);
    }
  }
}
