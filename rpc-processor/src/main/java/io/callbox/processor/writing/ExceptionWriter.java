package io.callbox.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.ExceptionModel;
import io.callbox.processor.model.ExceptionModel.Argument;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the methods that marshal each declared exception. */
final class ExceptionWriter {

  private final MarshallerScope scope;
  private final ObjectCode objects;
  private final MembersCode members;

  ExceptionWriter(MarshallerScope scope) {
    this.scope = scope;
    this.objects = new ObjectCode(scope);
    this.members = new MembersCode(scope);
  }

  void addTo(TypeSpec.Builder marshaller, ExceptionModel exception) {
    marshaller.addMethod(write(exception));
    marshaller.addMethod(read(exception));
  }

  /** Adds the constant that describes an exception. */
  void addTo(Constants constants, ExceptionModel exception) {
    ClassName type = JavaTypes.of(exception.type());
    String suffix = scope.names().suffix(exception);
    constants.addPrivate(
        ParameterizedTypeName.get(Library.DECLARED_EXCEPTION, type),
        scope.names().constant(exception),
        CodeBlock.of(
            "new $T<>(\n$>$>$S,\n$T.class,\n$T::write$L,\n$T::read$L)$<$<",
            Library.DECLARED_EXCEPTION,
            exception.id(),
            type,
            scope.self(),
            suffix,
            scope.self(),
            suffix));
  }

  private MethodSpec write(ExceptionModel exception) {
    return MarshallerMethods.writing(scope.names().suffix(exception))
        .addParameter(JavaTypes.of(exception.type()), "failure")
        .addCode("$L", objects.write(exception.fields(), "failure.", Optional.empty()))
        .build();
  }

  private MethodSpec read(ExceptionModel exception) {
    ClassName type = JavaTypes.of(exception.type());
    String suffix = scope.names().suffix(exception);
    String open = scope.names().members(suffix, exception.fields().size()) + ".open";
    return MethodSpec.methodBuilder("read" + suffix)
        .addModifiers(Modifier.STATIC)
        .returns(type)
        .addParameter(Library.STRING, "message")
        .addParameter(Library.PARSER, "in")
        .addException(Library.IO_EXCEPTION)
        .addCode("$L", members.read(exception.fields(), open))
        .addStatement("return new $T($L)", type, arguments(exception.arguments()))
        .build();
  }

  private static CodeBlock arguments(List<Argument> arguments) {
    return arguments.stream().map(ExceptionWriter::argument).collect(CodeBlock.joining(", "));
  }

  private static CodeBlock argument(Argument argument) {
    if (argument instanceof Argument.Field field) {
      return CodeBlock.of("$L", field.member().name());
    }
    return argument instanceof Argument.Message
        ? CodeBlock.of("message")
        : CodeBlock.of("($T) null", Marked.of(Throwable.class));
  }
}
