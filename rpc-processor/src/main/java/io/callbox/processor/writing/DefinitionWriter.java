package io.callbox.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.Definition;
import io.callbox.processor.model.Definition.BeanDefinition;
import io.callbox.processor.model.Definition.DataboundDefinition;
import io.callbox.processor.model.Definition.EnumDefinition;
import io.callbox.processor.model.Definition.Property;
import io.callbox.processor.model.Definition.RecordDefinition;
import io.callbox.processor.model.Definition.SealedDefinition;
import io.callbox.processor.model.Definition.ValueDefinition;
import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.Making;
import io.callbox.processor.model.Making.Refusal;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.NamedShape;
import java.util.List;
import java.util.function.Consumer;

/** Writes the methods that marshal each of the user's types. */
final class DefinitionWriter {

  private final MarshallerScope scope;
  private final ObjectCode objects;
  private final MembersCode members;
  private final Methods methods = new Methods();

  DefinitionWriter(MarshallerScope scope) {
    this.scope = scope;
    this.objects = new ObjectCode(scope);
    this.members = new MembersCode(scope);
  }

  void addTo(TypeSpec.Builder marshaller, Definition definition) {
    definition.match(methods).accept(marshaller);
  }

  /** The methods for a definition of each kind, to be added to a marshaller. */
  private final class Methods implements Definition.Cases<Consumer<TypeSpec.Builder>> {

    @Override
    public Consumer<TypeSpec.Builder> ofRecord(RecordDefinition record) {
      CodeBlock write = code(objects.write(record.members(), "value.", record.tag()));
      return both(record.shape(), exact(record, write), readRecord(record));
    }

    @Override
    public Consumer<TypeSpec.Builder> ofValue(ValueDefinition value) {
      return both(value.shape(), exact(value, writeValue(value)), readValue(value));
    }

    @Override
    public Consumer<TypeSpec.Builder> ofDatabound(DataboundDefinition left) {
      String databind = scope.names().databind(left.shape());
      CodeBlock write = CodeBlock.of("$L.write(out, value);\n", databind);
      return both(left.shape(), write, CodeBlock.of("return $L.read(in);\n", databind));
    }

    @Override
    public Consumer<TypeSpec.Builder> ofBean(BeanDefinition bean) {
      List<MemberModel> readable =
          bean.properties().stream().filter(Property::readable).map(Property::member).toList();
      CodeBlock write = code(objects.write(readable, "value.", bean.tag()));
      return both(bean.shape(), exact(bean, write), readBean(bean));
    }

    @Override
    public Consumer<TypeSpec.Builder> ofSealed(SealedDefinition closed) {
      return new SealedWriter(scope, closed)::addTo;
    }

    @Override
    public Consumer<TypeSpec.Builder> ofEnum(EnumDefinition constants) {
      return new EnumWriter(scope, constants)::addTo;
    }
  }

  private static CodeBlock code(String text) {
    return CodeBlock.of("$L", text);
  }

  private Consumer<TypeSpec.Builder> both(NamedShape shape, CodeBlock write, CodeBlock read) {
    return marshaller -> add(marshaller, shape, write, read);
  }

  /** Adds a check for the exact class, because members that a subclass adds would be lost. */
  private static CodeBlock exact(Definition definition, CodeBlock write) {
    ClassName type = JavaTypes.of(definition.shape().type());
    return definition.extensible()
        ? CodeBlock.builder()
            .addStatement("$T.a($T.class, value)", Library.EXACTLY, type)
            .add(write)
            .build()
        : write;
  }

  private void add(TypeSpec.Builder marshaller, NamedShape shape, CodeBlock write, CodeBlock read) {
    String suffix = scope.names().suffix(shape);
    TypeName type = JavaTypes.of(shape);
    MethodSpec.Builder writing = MarshallerMethods.writing(suffix).addParameter(type, "value");
    marshaller.addMethod(writing.addCode(write).build());
    marshaller.addMethod(MarshallerMethods.reading(suffix, type).addCode(read).build());
  }

  private CodeBlock readRecord(RecordDefinition record) {
    CodeBlock maker = maker(record.shape(), record.making());
    CodeBlock made =
        record.making().single()
            ? maker
            : CodeBlock.of("$L($L)", maker, Lines.variables(record.arguments()));
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$L", members.read(record.arguments(), open(record.shape(), record.arguments())));
    return record.making().refusal() == Refusal.NONE
        ? code.addStatement("return $L", made).build()
        : code.add(orMismatch(made, record.making(), record.shape())).build();
  }

  private CodeBlock writeValue(ValueDefinition definition) {
    MemberModel value = definition.value();
    return code(
        new WriteCode(scope).writeNullable(value.shape(), "value." + value.accessor()) + ";\n");
  }

  private CodeBlock readValue(ValueDefinition definition) {
    MemberModel value = definition.value();
    CodeBlock made =
        CodeBlock.of("$L($L)", maker(definition.shape(), definition.making()), value.name());
    return CodeBlock.builder()
        .addStatement(
            "$T $L = $L",
            JavaTypes.of(value.shape()),
            value.name(),
            new ReadCode(scope).read(value.shape()))
        .add(orMismatch(made, definition.making(), definition.shape()))
        .build();
  }

  /** Adds a handler, because arguments that a constructor refuses are a mistake of the sender. */
  private static CodeBlock orMismatch(CodeBlock made, Making making, NamedShape shape) {
    ClassName caught =
        Marked.of(making.refusal() == Refusal.CHECKED ? Exception.class : RuntimeException.class);
    return CodeBlock.builder()
        .beginControlFlow("try")
        .addStatement("return $L", made)
        .nextControlFlow("catch ($T refusal)", caught)
        .addStatement(
            "throw $T.at(in, $S + refusal.getMessage())",
            Library.MISMATCH,
            "is no " + shape.type().simpleName() + ": ")
        .endControlFlow()
        .build();
  }

  private CodeBlock readBean(BeanDefinition bean) {
    List<Property> properties =
        bean.properties().stream().filter(each -> each.member().travels()).toList();
    return CodeBlock.builder()
        .addStatement("$T value = $L()", JavaTypes.of(bean.shape()), newInstance(bean.shape()))
        .add("$L", members.set(properties, open(bean.shape(), bean.members())))
        .addStatement("return value")
        .build();
  }

  private String open(NamedShape shape, List<MemberModel> read) {
    GeneratedNames names = scope.names();
    return names.members(names.suffix(shape), read.size()) + ".open";
  }

  private static CodeBlock maker(NamedShape shape, Making making) {
    return making.factory().isEmpty()
        ? newInstance(shape)
        : CodeBlock.of("$T.$L", JavaTypes.of(shape.type()), making.factory());
  }

  private static CodeBlock newInstance(NamedShape shape) {
    ClassName type = JavaTypes.of(shape.type());
    return CodeBlock.of("new $T$L", type, shape.arguments().isEmpty() ? "" : "<>");
  }
}
