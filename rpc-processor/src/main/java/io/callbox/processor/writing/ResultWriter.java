package io.callbox.processor.writing;

import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.TypeShape;
import io.callbox.processor.writing.MarshallerScope.What;
import java.util.LinkedHashSet;
import java.util.Set;

/** Writes what marshals results, once for each type of results. For one marshaller. */
final class ResultWriter {

  private final MarshallerScope scope;
  private final Set<Result> results = new LinkedHashSet<>();

  ResultWriter(MarshallerScope scope) {
    this.scope = scope;
  }

  /** Adds the methods for the result of a method, unless they are there. */
  void add(MethodModel method, Row row) {
    boolean required = method.traits().resultRequired();
    method
        .returns()
        .result()
        .map(shape -> new Result(shape, required))
        .filter(results::add)
        .ifPresent(result -> add(result, row));
  }

  private void add(Result result, Row row) {
    TypeShape shape = result.shape();
    if (result.isNullable()) {
      scope.request(shape, What.READ_NULLABLE);
      scope.request(shape, What.WRITE_NULLABLE);
      return;
    }
    String type = TypeText.of(shape);
    String suffix = suffix(result);
    String value =
        result.required() ? Library.OBJECTS + ".requireNonNull(result, \"the result\")" : "result";
    String parameters = Heads.of(Library.GENERATOR + " out", type + " result");
    row.next()
        .add(0, "static void write" + suffix + parameters + Heads.THROWS_IO)
        .add(1, new WriteCode(scope).write(shape, value) + ";\n")
        .add(0, "}\n");
    ReadCode reading = new ReadCode(scope);
    String read = result.required() ? reading.read(shape) : reading.readNullable(shape);
    String head = "static " + type + " read" + suffix + Heads.of(Library.PARSER + " in");
    row.next().add(0, head + Heads.THROWS_IO).add(1, "return " + read + ";\n").add(0, "}\n");
  }

  /** Adds the constants of all types of results. */
  void addTo(Constants constants) {
    results.forEach(result -> add(constants, result));
  }

  private void add(Constants constants, Result result) {
    String self = "\n    " + scope.self() + "::";
    String suffix = suffix(result);
    constants.add(
        Library.RESULT_TYPE + "<" + TypeText.boxed(result.shape()) + '>',
        scope.names().resultConstant(result.shape(), result.required()),
        "new "
            + Library.RESULT_TYPE
            + "<>("
            + self
            + "read"
            + suffix
            + ','
            + self
            + "write"
            + suffix
            + ')');
  }

  private String suffix(Result result) {
    return result.isNullable()
        ? scope.names().nullable(result.shape())
        : scope.names().result(result.shape(), result.required());
  }

  /** Results of a type; required if they are never {@code null}. */
  private record Result(TypeShape shape, boolean required) {

    /** Whether it takes the methods for values and {@code null}. */
    boolean isNullable() {
      return !required && !WriteCode.handlesNull(shape);
    }
  }
}
