package io.callbox.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.JavaName;
import io.callbox.processor.model.ServiceModel;
import io.callbox.processor.writing.AsyncStubWriter;
import io.callbox.processor.writing.MarshallerWriter;
import io.callbox.processor.writing.SkeletonWriter;
import io.callbox.processor.writing.StubWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Hands the source files of a service to the compiler: what all files have in common is here. */
final class SourceFileWriter {

  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");

  private final Filer filer;
  private final Elements elements;

  SourceFileWriter(ProcessingEnvironment environment) {
    this.filer = environment.getFiler();
    this.elements = environment.getElementUtils();
  }

  void write(ServiceModel service, TypeElement origin) {
    Stream.of(
            new StubWriter(service).write(),
            new AsyncStubWriter(service).write(),
            new SkeletonWriter(service).write(),
            new MarshallerWriter(service).write())
        .forEach(type -> write(type, service, origin));
  }

  private void write(TypeSpec type, ServiceModel service, TypeElement origin) {
    TypeSpec.Builder complete = type.toBuilder();
    if (service.setting().deprecated()) {
      complete.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "{$S, $S}", "deprecation", "removal")
              .build());
    }
    if (elements.getTypeElement(GENERATED.canonicalName()) != null) {
      complete.addAnnotation(
          AnnotationSpec.builder(GENERATED)
              .addMember("value", "$S", RemoteServiceProcessor.class.getCanonicalName())
              .build());
    }
    String packageName = service.name().packageName();
    JavaFile file =
        JavaFile.builder(packageName, complete.build())
            .indent("  ")
            .skipJavaLangImports(!service.setting().shadowsJavaLang())
            .build();
    String qualifiedName = JavaName.of(packageName, type.name()).qualified();
    try (Writer out = filer.createSourceFile(qualifiedName, origin).openWriter()) {
      out.write(AsciiSource.of(file.toString()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
