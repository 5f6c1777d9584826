package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.Definition.SealedDefinition;
import io.callbox.processor.model.Definition.Subtype;
import java.util.List;

/**
 * Writes the methods that marshal a type whose subtypes are all known: each subtype writes and
 * reads itself.
 */
final class SealedWriter {

  private final MarshallerScope scope;
  private final SealedDefinition closed;

  SealedWriter(MarshallerScope scope, SealedDefinition closed) {
    this.scope = scope;
    this.closed = closed;
  }

  void addTo(TypeSpec.Builder marshaller) {
    String suffix = scope.names().suffix(closed.shape());
    TypeName type = JavaTypes.of(closed.shape());
    marshaller.addMethod(
        MarshallerMethods.writing(suffix).addParameter(type, "value").addCode(write()).build());
    marshaller.addMethod(MarshallerMethods.reading(suffix, type).addCode(read()).build());
  }

  private CodeBlock write() {
    CodeBlock.Builder code = CodeBlock.builder();
    String start = "if";
    int number = 0;
    for (Subtype subtype : closed.subtypes()) {
      String variable = "value" + ++number;
      TypeName type = JavaTypes.of(subtype.shape());
      code.add("$L (value instanceof $T $L) {\n$>", start, type, variable);
      code.addStatement("write$L(out, $L)", scope.names().suffix(subtype.shape()), variable);
      code.add("$<");
      start = "} else if";
    }
    return code.add("} else {\n$>")
        .addStatement(
            "throw new $T($S + value.getClass().getName())",
            Marked.of(IllegalArgumentException.class),
            "not a known " + closed.shape().type().simpleName() + ": ")
        .add("$<}\n")
        .build();
  }

  private CodeBlock read() {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .addStatement(
                "$T tagged = $T.open(in, $L)",
                Library.TAGGED,
                Library.TAGGED,
                TextLiteral.of(closed.property()))
            .add("return switch (tagged.tag()) {\n$>");
    for (Subtype subtype : closed.subtypes()) {
      code.addStatement(
          "case $L -> read$L(tagged.in())",
          TextLiteral.of(subtype.tag()),
          scope.names().suffix(subtype.shape()));
    }
    List<String> known = closed.subtypes().stream().map(Subtype::tag).toList();
    return code.addStatement("default -> throw tagged.unknown($L)", OneOf.of(known))
        .add("$<};\n")
        .build();
  }
}
