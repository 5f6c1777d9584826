package io.callbox.processor.writing;

import io.callbox.processor.model.MethodModel;
import java.util.Optional;

/** Writes the methods that marshal the parameters of each method. */
final class ParamsWriter {

  private static final String PARSER = Library.PARSER + " in";

  private final MarshallerScope scope;
  private final ObjectCode objects;
  private final MembersCode members;

  ParamsWriter(MarshallerScope scope) {
    this.scope = scope;
    this.objects = new ObjectCode(scope);
    this.members = new MembersCode(scope);
  }

  void add(MethodModel method, Row row) {
    if (!method.parameters().isEmpty()) {
      String head = Library.PARAMS_WRITER + " paramsOf" + scope.names().call(method);
      row.next()
          .add(0, "static " + head + Heads.declared(method.parameters(), false) + " {\n")
          .add(1, "return out -> {\n")
          .add(2, objects.write(method.parameters(), "", Optional.empty()))
          .add(1, "};\n")
          .add(0, "}\n");
    }
    String suffix = scope.names().params(method);
    String head = "static " + Library.INVOCATION + " read" + suffix;
    String called = "return skeleton.call" + scope.names().call(method) + '(';
    row.next()
        .add(0, head + Heads.of(PARSER, scope.skeleton() + " skeleton") + Heads.THROWS_IO)
        .add(1, read(method, suffix))
        .add(1, called + Lines.variables(method.parameters()) + ");\n")
        .add(0, "}\n");
  }

  private String read(MethodModel method, String suffix) {
    if (method.parameters().isEmpty()) {
      return Library.MEMBERS + ".readNone(in);\n";
    }
    String constant = scope.names().members(suffix, method.parameters().size());
    return members.read(method.parameters(), constant + ".openParams");
  }
}
