package io.callbox.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.JavaName;
import io.callbox.processor.model.ServiceModel;
import io.callbox.processor.writing.AllStubWriter;
import io.callbox.processor.writing.AsyncStubWriter;
import io.callbox.processor.writing.ComponentMarks;
import io.callbox.processor.writing.DurableStubWriter;
import io.callbox.processor.writing.Marked;
import io.callbox.processor.writing.MarkedText;
import io.callbox.processor.writing.MarshallerWriter;
import io.callbox.processor.writing.SkeletonWriter;
import io.callbox.processor.writing.StubWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Renders the sources of a service as text, and contains the common parts of all files. It asks the
 * compiler nothing after it is created, so any thread may use it.
 */
final class SourceRenderer {

  private static final String GENERATED = "javax.annotation.processing.Generated";

  private static final String JAVA_LANG = "java.lang.";

  private final @Nullable ComponentMarks marks;
  private final boolean generatedIsKnown;

  /**
   * Renders for a compilation.
   *
   * @param model the container that finds stubs
   */
  SourceRenderer(Elements elements, ComponentModel model) {
    this.marks = model.marks();
    this.generatedIsKnown = elements.getTypeElement(GENERATED) != null;
  }

  /** Renders all files of a service. */
  List<SourceText> render(ServiceModel service) {
    GeneratedNames names = new GeneratedNames(service);
    List<TypeSpec> types = new ArrayList<>();
    types.add(marked(new StubWriter(service, names).write()));
    types.add(marked(new AsyncStubWriter(service, names).write()));
    if (!service.methodsToAll().isEmpty()) {
      types.add(marked(new AllStubWriter(service, names).write()));
    }
    if (!service.durableMethods().isEmpty()) {
      types.add(marked(new DurableStubWriter(service, names).write()));
    }
    types.add(new SkeletonWriter(service, names).write());
    types.add(new MarshallerWriter(service, names).write());
    return types.stream().map(type -> text(complete(type, service), service)).toList();
  }

  private TypeSpec marked(TypeSpec stub) {
    return marks == null ? stub : marks.on(stub);
  }

  private TypeSpec complete(TypeSpec type, ServiceModel service) {
    TypeSpec.Builder complete = type.toBuilder();
    if (service.setting().deprecated()) {
      complete.addAnnotation(
          AnnotationSpec.builder(Marked.of(SuppressWarnings.class))
              .addMember("value", "{$S, $S}", "deprecation", "removal")
              .build());
    }
    if (generatedIsKnown) {
      complete.addAnnotation(
          AnnotationSpec.builder(Marked.of("javax.annotation.processing", "Generated"))
              .addMember("value", "$S", RemoteServiceProcessor.class.getCanonicalName())
              .build());
    }
    return complete.build();
  }

  private static SourceText text(TypeSpec type, ServiceModel service) {
    String packageName = service.name().packageName();
    JavaName file = JavaName.of(packageName, type.name());
    MarkedText rendered = new MarkedText(packageName, type, inherited(file, service));
    List<String> imports = rendered.imports();
    List<String> others = imports.stream().filter(name -> !isOfJavaLang(name)).toList();
    return new SourceText(
        file,
        begin(packageName, imports),
        begin(packageName, others),
        imports.stream()
            .filter(SourceRenderer::isOfJavaLang)
            .map(name -> name.substring(JAVA_LANG.length()))
            .toList(),
        AsciiSource.of("\n" + rendered.text()));
  }

  /** Returns the names that a class inherits. Only the blocking stub implements the interface. */
  private static Set<String> inherited(JavaName file, ServiceModel service) {
    return file.equals(service.stub()) ? service.setting().inheritedNames() : Set.of();
  }

  private static boolean isOfJavaLang(String name) {
    return name.startsWith(JAVA_LANG) && name.indexOf('.', JAVA_LANG.length()) < 0;
  }

  private static String begin(String packageName, List<String> imports) {
    StringBuilder begin = new StringBuilder();
    if (!packageName.isEmpty()) {
      begin.append("package ").append(packageName).append(";\n\n");
    }
    imports.forEach(name -> begin.append("import ").append(name).append(";\n"));
    return AsciiSource.of(begin.toString());
  }
}
