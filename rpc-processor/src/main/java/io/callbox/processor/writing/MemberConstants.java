package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.callbox.processor.model.Definition;
import io.callbox.processor.model.Definition.BeanDefinition;
import io.callbox.processor.model.Definition.DataboundDefinition;
import io.callbox.processor.model.Definition.RecordDefinition;
import io.callbox.processor.model.ExceptionModel;
import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.NamedShape;
import io.callbox.processor.model.ServiceModel;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the constants for names on the wire: each by itself, and those of one object together. */
final class MemberConstants {

  private final MarshallerScope scope;

  MemberConstants(MarshallerScope scope) {
    this.scope = scope;
  }

  List<FieldSpec> of(ServiceModel service) {
    List<FieldSpec> constants = new ArrayList<>();
    scope.fields().forEach(wireName -> constants.add(field(wireName)));
    GeneratedNames names = scope.names();
    for (MethodModel method : service.methods()) {
      constants.add(members(names.params(method), method.parameters()));
    }
    for (ExceptionModel exception : service.exceptions()) {
      constants.add(members(names.suffix(exception), exception.fields()));
    }
    for (Definition definition : service.definitions()) {
      String suffix = names.suffix(definition.shape());
      if (definition instanceof RecordDefinition record) {
        constants.add(members(suffix, record.arguments()));
      } else if (definition instanceof BeanDefinition) {
        constants.add(members(suffix, definition.members()));
      } else if (definition instanceof DataboundDefinition) {
        constants.add(databind(definition.shape()));
      }
    }
    return constants;
  }

  private FieldSpec field(String wireName) {
    CodeBlock value = CodeBlock.of("new $T($S)", Library.SERIALIZED_STRING, wireName);
    return constant(Library.SERIALIZED_STRING, scope.names().field(wireName), value);
  }

  private FieldSpec members(String suffix, List<MemberModel> all) {
    List<MemberModel> members = all.stream().filter(MemberModel::travels).toList();
    CodeBlock names =
        Lines.wrapped(
            members.stream().map(member -> CodeBlock.of("$S", member.wireName())).toList());
    CodeBlock.Builder value = CodeBlock.builder().add("$T.of($L)", Library.MEMBERS, names);
    for (int index = 0; index < members.size(); index++) {
      for (String alias : members.get(index).rules().aliases()) {
        value.add(".alias($S, $L)", alias, index);
      }
    }
    return constant(Library.MEMBERS, scope.names().members(suffix), value.build());
  }

  private FieldSpec databind(NamedShape shape) {
    TypeName type = JavaTypes.of(shape);
    CodeBlock value =
        CodeBlock.of(
            "$T.of($S, new $T<$T>() {})",
            Library.DATABIND,
            shape.type().simpleName(),
            Library.TYPE_REFERENCE,
            type);
    TypeName databind = ParameterizedTypeName.get(Library.DATABIND, type);
    return constant(databind, scope.names().databind(shape), value);
  }

  private static FieldSpec constant(TypeName type, String name, CodeBlock value) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }
}
