package io.callbox.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.JavaName;
import io.callbox.processor.model.ServiceModel;
import io.callbox.processor.writing.AllStubWriter;
import io.callbox.processor.writing.AsyncStubWriter;
import io.callbox.processor.writing.ComponentMarks;
import io.callbox.processor.writing.DurableStubWriter;
import io.callbox.processor.writing.MarshallerWriter;
import io.callbox.processor.writing.SkeletonWriter;
import io.callbox.processor.writing.StubWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Hands the source files of a service to the compiler. It contains the common parts of all files.
 */
final class SourceFileWriter {

  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");

  private static final Pattern JAVA_LANG =
      Pattern.compile("^import java\\.lang\\.(\\w+);\n", Pattern.MULTILINE);

  private final Filer filer;
  private final Elements elements;
  private final @Nullable ComponentMarks marks;

  /**
   * Writes into a compilation.
   *
   * @param model the container that finds stubs
   */
  SourceFileWriter(ProcessingEnvironment environment, ComponentModel model) {
    this.marks = model.marks();
    this.filer = environment.getFiler();
    this.elements = environment.getElementUtils();
  }

  /**
   * Writes all files of a service.
   *
   * @throws FilerException if a class with such a name exists already
   */
  void write(ServiceModel service, TypeElement origin) throws FilerException {
    List<TypeSpec> types = new ArrayList<>();
    types.add(marked(new StubWriter(service).write()));
    types.add(marked(new AsyncStubWriter(service).write()));
    if (!service.methodsToAll().isEmpty()) {
      types.add(marked(new AllStubWriter(service).write()));
    }
    if (!service.durableMethods().isEmpty()) {
      types.add(marked(new DurableStubWriter(service).write()));
    }
    types.add(new SkeletonWriter(service).write());
    types.add(new MarshallerWriter(service).write());
    for (TypeSpec type : types) {
      write(type, service, origin);
    }
  }

  private TypeSpec marked(TypeSpec stub) {
    return marks == null ? stub : marks.on(stub);
  }

  private void write(TypeSpec type, ServiceModel service, TypeElement origin)
      throws FilerException {
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
    String qualifiedName = JavaName.of(packageName, type.name()).qualified();
    try (Writer out = filer.createSourceFile(qualifiedName, origin).openWriter()) {
      out.write(AsciiSource.of(text(packageName, complete.build())));
    } catch (FilerException taken) {
      throw taken;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Imports from {@code java.lang} are needed if the package has a type with such a name. */
  private String text(String packageName, TypeSpec type) {
    String text = JavaFile.builder(packageName, type).indent("  ").build().toString();
    int end = text.lastIndexOf("\nimport ") + 1;
    String imports = text.substring(0, text.indexOf('\n', end) + 1);
    boolean needed =
        JAVA_LANG
            .matcher(imports)
            .results()
            .map(match -> JavaName.of(packageName, match.group(1)).qualified())
            .anyMatch(name -> elements.getTypeElement(name) != null);
    return needed
        ? text
        : JAVA_LANG.matcher(imports).replaceAll("") + text.substring(imports.length());
  }
}
