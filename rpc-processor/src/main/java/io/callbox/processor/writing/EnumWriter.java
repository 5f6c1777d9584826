package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.Definition.EnumCode;
import io.callbox.processor.model.Definition.EnumConstant;
import io.callbox.processor.model.Definition.EnumDefinition;
import io.callbox.processor.model.GeneratedNames;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the methods that marshal one enum, as a value and as a key of maps. */
final class EnumWriter {

  private final EnumDefinition constants;
  private final GeneratedNames names;
  private final String suffix;
  private final TypeName type;
  private final boolean key;

  EnumWriter(MarshallerScope scope, EnumDefinition constants) {
    this.constants = constants;
    this.names = scope.names();
    this.suffix = names.suffix(constants.shape());
    this.type = JavaTypes.of(constants.shape());
    this.key = scope.isKey(constants.shape());
  }

  void addTo(TypeSpec.Builder marshaller) {
    marshaller.addMethod(
        MarshallerMethods.writing(suffix)
            .addParameter(type, "value")
            .addStatement(written())
            .build());
    marshaller.addMethod(
        MarshallerMethods.reading(suffix, type)
            .addStatement("return named$L($L, in)", suffix, read())
            .build());
    if (key) {
      marshaller.addMethod(
          MarshallerMethods.reading(names.key(constants.shape()), type)
              .addStatement("return named$L(in.currentName(), in)", suffix)
              .build());
    }
    if (key || !constants.plain()) {
      marshaller.addMethod(nameOf());
    }
    addNamed(marshaller);
  }

  private CodeBlock written() {
    if (isNumber()) {
      return CodeBlock.of("out.writeNumber(value.$L)", constants.code().get().accessor());
    }
    String text = constants.plain() ? "value.name()" : "nameOf" + suffix + "(value)";
    return CodeBlock.of("out.writeString($L)", text);
  }

  private CodeBlock read() {
    return isNumber()
        ? CodeBlock.of("$T.valueOf($T.readLong(in))", Library.STRING, Library.NUMBERS)
        : CodeBlock.of("$T.readString(in)", Library.TEXTS);
  }

  private boolean isNumber() {
    return constants.code().flatMap(EnumCode::number).isPresent();
  }

  private MethodSpec nameOf() {
    return MethodSpec.methodBuilder("nameOf" + suffix)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(Library.STRING)
        .addParameter(type, "value")
        .addCode(constants.plain() ? CodeBlock.of("return value.name();\n") : wireNames())
        .build();
  }

  private CodeBlock wireNames() {
    if (constants.code().isPresent()) {
      String accessor = constants.code().get().accessor();
      return CodeBlock.of("return $T.valueOf(value.$L);\n", Library.STRING, accessor);
    }
    CodeBlock.Builder code = CodeBlock.builder().add("return switch (value) {\n$>");
    for (EnumConstant constant : constants.constants()) {
      code.addStatement("case $L -> $L", constant.name(), TextLiteral.of(constant.wireName()));
    }
    return code.add("$<};\n").build();
  }

  private void addNamed(TypeSpec.Builder marshaller) {
    if (constants.code().isPresent()) {
      marshaller.addMethod(named("named" + suffix, coded()));
      return;
    }
    List<List<EnumConstant>> chunks = Chunks.of(constants.constants());
    for (int at = 0; at < chunks.size(); at++) {
      String next = Chunks.method("named", at + 1) + suffix;
      CodeBlock otherwise = at + 1 < chunks.size() ? CodeBlock.of("$L(name, in)", next) : unknown();
      CodeBlock code = called(chunks.get(at), otherwise);
      marshaller.addMethod(named(Chunks.method("named", at) + suffix, code));
    }
  }

  private MethodSpec named(String name, CodeBlock code) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(type)
        .addParameter(Library.STRING, "name")
        .addParameter(Library.PARSER, "in")
        .addException(Library.MISMATCH)
        .addCode(code)
        .build();
  }

  private CodeBlock coded() {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .beginControlFlow("for ($T each : $T.values())", type, type)
            .beginControlFlow("if (nameOf$L(each).equals(name))", suffix)
            .addStatement("return each")
            .endControlFlow()
            .endControlFlow();
    return constants.fallback().isPresent()
        ? code.addStatement("return $L", unknown()).build()
        : code.addStatement("$L", unknown()).build();
  }

  private CodeBlock called(List<EnumConstant> some, CodeBlock otherwise) {
    CodeBlock.Builder code = CodeBlock.builder().add("return switch (name) {\n$>");
    for (EnumConstant constant : some) {
      code.addStatement("case $L -> $T.$L", accepted(constant), type, constant.name());
    }
    return code.addStatement("default -> $L", otherwise).add("$<};\n").build();
  }

  private static CodeBlock accepted(EnumConstant constant) {
    List<String> names = new ArrayList<>(List.of(constant.wireName()));
    constant.aliases().stream().filter(alias -> !names.contains(alias)).forEach(names::add);
    return names.stream().map(TextLiteral::of).collect(CodeBlock.joining(", "));
  }

  private CodeBlock unknown() {
    if (constants.fallback().isPresent()) {
      return CodeBlock.of("$T.$L", type, constants.fallback().get());
    }
    if (constants.code().isPresent()) {
      String expected = "a code of " + constants.shape().type().simpleName();
      return CodeBlock.of("throw $T.expected($S, in)", Library.MISMATCH, expected);
    }
    List<String> known = constants.constants().stream().map(EnumConstant::wireName).toList();
    return CodeBlock.of("throw $T.expected($L, in)", Library.MISMATCH, OneOf.of(known));
  }
}
