package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.Definition;
import io.callbox.processor.model.Definition.EnumDefinition;
import io.callbox.processor.model.Definition.RecordDefinition;

/** Writes what marshals each type of the user's. */
final class DefinitionWriter {

  private final MarshallerScope scope;
  private final MembersCode members;

  DefinitionWriter(MarshallerScope scope) {
    this.scope = scope;
    this.members = new MembersCode(scope);
  }

  void addTo(TypeSpec.Builder marshaller, Definition definition) {
    String suffix = scope.names().suffix(definition.shape());
    TypeName type = JavaTypes.of(definition.shape());
    MethodSpec.Builder write = MarshallerMethods.writing(suffix).addParameter(type, "value");
    MethodSpec.Builder read = MarshallerMethods.reading(suffix, type);
    if (definition instanceof RecordDefinition record) {
      write.addCode(members.write(record.members(), "value."));
      read.addCode(readRecord(record, suffix));
    } else if (definition instanceof EnumDefinition constants) {
      write.addStatement("out.writeString(value.name())");
      read.addCode(readEnum(constants));
    }
    marshaller.addMethod(write.build());
    marshaller.addMethod(read.build());
  }

  private CodeBlock readRecord(RecordDefinition record, String suffix) {
    CodeBlock open = CodeBlock.of("$L.open", scope.names().members(suffix));
    String diamond = record.shape().arguments().isEmpty() ? "" : "<>";
    return CodeBlock.builder()
        .add(members.read(record.members(), open))
        .addStatement(
            "return new $T$L($L)",
            JavaTypes.of(record.shape().type()),
            diamond,
            Lines.variables(record.members()))
        .build();
  }

  private static CodeBlock readEnum(EnumDefinition constants) {
    TypeName type = JavaTypes.of(constants.shape());
    CodeBlock.Builder code =
        CodeBlock.builder().add("return switch ($T.readString(in)) {\n$>", Library.TEXTS);
    for (String constant : constants.constants()) {
      code.addStatement("case $S -> $T.$L", constant, type, constant);
    }
    return code.addStatement(
            "default -> throw $T.expected($S, in)",
            Library.MISMATCH,
            "one of " + String.join(", ", constants.constants()))
        .add("$<};\n")
        .build();
  }
}
