package io.callbox.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.MethodModel;
import java.util.Optional;

/** Writes the methods that marshal the parameters of each method. */
final class ParamsWriter {

  private final MarshallerScope scope;
  private final ObjectCode objects;
  private final MembersCode members;

  ParamsWriter(MarshallerScope scope) {
    this.scope = scope;
    this.objects = new ObjectCode(scope);
    this.members = new MembersCode(scope);
  }

  void addTo(TypeSpec.Builder marshaller, MethodModel method) {
    marshaller.addMethod(write(method));
    marshaller.addMethod(read(method));
    if (!method.parameters().isEmpty()) {
      marshaller.addType(record(method));
    }
  }

  private TypeSpec record(MethodModel method) {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    for (MemberModel parameter : method.parameters()) {
      components.addParameter(JavaTypes.of(parameter.shape()), parameter.name());
    }
    return TypeSpec.recordBuilder(scope.names().params(method))
        .recordConstructor(components.build())
        .build();
  }

  private MethodSpec write(MethodModel method) {
    MethodSpec.Builder write = MarshallerMethods.writing(scope.names().params(method));
    for (MemberModel parameter : method.parameters()) {
      write.addParameter(JavaTypes.of(parameter.shape(), parameter.wildcards()), parameter.name());
    }
    return write.addCode(objects.write(method.parameters(), "", Optional.empty())).build();
  }

  private MethodSpec read(MethodModel method) {
    String suffix = scope.names().params(method);
    CodeBlock open =
        CodeBlock.of("$L.openParams", scope.names().members(suffix, method.parameters().size()));
    CodeBlock variables = members.read(method.parameters(), open);
    if (method.parameters().isEmpty()) {
      return MarshallerMethods.reading(suffix, TypeName.VOID).addCode(variables).build();
    }
    ClassName record = scope.self().nestedClass(suffix);
    return MarshallerMethods.reading(suffix, record)
        .addCode(variables)
        .addStatement("return new $T($L)", record, Lines.variables(method.parameters()))
        .build();
  }
}
