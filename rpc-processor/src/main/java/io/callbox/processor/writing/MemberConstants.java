package io.callbox.processor.writing;

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

  private static final String FIELD = Library.SERIALIZED_STRING.toString();
  private static final String MEMBERS = Library.MEMBERS.toString();

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
    String value = "new " + Library.SERIALIZED_STRING + "(" + TextLiteral.text(wireName) + ')';
    constants.addPrivate(FIELD, scope.names().field(wireName), value);
  }

  private void addMembers(String suffix, List<MemberModel> all) {
    List<String> names = new ArrayList<>();
    StringBuilder aliases = new StringBuilder();
    for (MemberModel member : all) {
      if (member.travels()) {
        for (String alias : member.rules().aliases()) {
          String text = TextLiteral.text(alias);
          aliases.append(".alias(").append(text).append(", ").append(names.size()).append(')');
        }
        names.add(member.wireName());
      }
    }
    String value = MEMBERS + ".of(" + Lines.quoted(names) + ')' + aliases;
    constants.addPrivate(MEMBERS, scope.names().members(suffix, names.size()), value);
  }

  private void addDatabind(NamedShape shape) {
    String type = '<' + TypeText.of(shape) + '>';
    String name = TextLiteral.text(shape.type().simpleName());
    String value = ".of(" + name + ", new " + Library.TYPE_REFERENCE + type + "() {})";
    constants.addPrivate(
        Library.DATABIND + type, scope.names().databind(shape), Library.DATABIND + value);
  }
}
