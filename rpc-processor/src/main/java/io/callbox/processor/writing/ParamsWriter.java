package io.callbox.processor.writing;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.MethodModel;
import java.util.Optional;
import javax.lang.model.element.Modifier;

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
    if (!method.parameters().isEmpty()) {
      marshaller.addMethod(write(method));
    }
    marshaller.addMethod(read(method));
  }

  private MethodSpec write(MethodModel method) {
    MethodSpec.Builder write =
        MethodSpec.methodBuilder("paramsOf" + scope.names().call(method))
            .addModifiers(Modifier.STATIC)
            .returns(Library.PARAMS_WRITER);
    for (MemberModel parameter : method.parameters()) {
      write.addParameter(
          JavaTypes.written(JavaTypes.of(parameter.shape(), parameter.wildcards())),
          parameter.name());
    }
    return write
        .addCode(
            "return out -> {\n$>$L$<};\n", objects.write(method.parameters(), "", Optional.empty()))
        .build();
  }

  private MethodSpec read(MethodModel method) {
    String suffix = scope.names().params(method);
    MethodSpec.Builder read =
        MarshallerMethods.reading(suffix, Library.INVOCATION)
            .addParameter(JavaTypes.written(scope.skeleton()), "skeleton");
    if (method.parameters().isEmpty()) {
      read.addStatement("$T.readNone(in)", Library.MEMBERS);
    } else {
      String constant = scope.names().members(suffix, method.parameters().size());
      read.addCode("$L", members.read(method.parameters(), constant + ".openParams"));
    }
    String called = "return skeleton.call" + scope.names().call(method) + "(";
    return read.addCode("$L$L);\n", called, Lines.variables(method.parameters())).build();
  }
}
