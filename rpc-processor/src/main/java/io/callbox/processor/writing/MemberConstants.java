package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
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

/** Writes the constants for names on the wire: each by itself, and those of one object together. */
final class MemberConstants {

  private final MarshallerScope scope;
  private final Constants constants;

  MemberConstants(MarshallerScope scope, Constants constants) {
    this.scope = scope;
    this.constants = constants;
  }

  void add(ServiceModel service) {
    scope.fields().forEach(this::addField);
    GeneratedNames names = scope.names();
    for (MethodModel method : service.methods()) {
      if (!method.parameters().isEmpty()) {
        addMembers(names.params(method), method.parameters());
      }
    }
    for (ExceptionModel exception : service.exceptions()) {
      addMembers(names.suffix(exception), exception.fields());
    }
    for (Definition definition : service.definitions()) {
      String suffix = names.suffix(definition.shape());
      if (definition instanceof RecordDefinition record) {
        addMembers(suffix, record.arguments());
      } else if (definition instanceof BeanDefinition) {
        addMembers(suffix, definition.members());
      } else if (definition instanceof DataboundDefinition) {
        addDatabind(definition.shape());
      }
    }
  }

  private void addField(String wireName) {
    CodeBlock value =
        CodeBlock.of("new $T($L)", Library.SERIALIZED_STRING, TextLiteral.of(wireName));
    constants.addPrivate(Library.SERIALIZED_STRING, scope.names().field(wireName), value);
  }

  private void addMembers(String suffix, List<MemberModel> all) {
    List<String> names = new ArrayList<>();
    CodeBlock.Builder aliases = CodeBlock.builder();
    for (MemberModel member : all.stream().filter(MemberModel::travels).toList()) {
      for (String alias : member.rules().aliases()) {
        aliases.add(".alias($L, $L)", TextLiteral.of(alias), names.size());
      }
      names.add(member.wireName());
    }
    CodeBlock value =
        CodeBlock.of("$T.of($L)$L", Library.MEMBERS, Lines.quoted(names), aliases.build());
    constants.addPrivate(Library.MEMBERS, scope.names().members(suffix, names.size()), value);
  }

  private void addDatabind(NamedShape shape) {
    TypeName type = JavaTypes.of(shape);
    CodeBlock value =
        CodeBlock.of(
            "$T.of($S, new $T<$T>() {})",
            Library.DATABIND,
            shape.type().simpleName(),
            Library.TYPE_REFERENCE,
            type);
    TypeName databind = ParameterizedTypeName.get(Library.DATABIND, type);
    constants.addPrivate(databind, scope.names().databind(shape), value);
  }
}
