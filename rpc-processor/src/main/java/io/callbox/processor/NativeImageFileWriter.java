package io.callbox.processor;

import io.callbox.processor.model.Definition.DataboundDefinition;
import io.callbox.processor.model.JavaName;
import io.callbox.processor.model.ServiceModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * Writes configuration for GraalVM's {@code native-image}: the types that are left to databind,
 * which uses reflection. It writes a file for each service with such types. Everything else is
 * plain code.
 */
final class NativeImageFileWriter {

  private final Filer filer;

  NativeImageFileWriter(ProcessingEnvironment environment) {
    this.filer = environment.getFiler();
  }

  void write(ServiceModel service, TypeElement origin) throws IOException {
    List<JavaName> left =
        service.definitions().stream()
            .filter(DataboundDefinition.class::isInstance)
            .map(each -> each.shape().type())
            .distinct()
            .toList();
    if (!left.isEmpty()) {
      write(path(service.name()), text(left), origin);
    }
  }

  private void write(String path, String text, TypeElement origin) throws IOException {
    try (OutputStream out =
        filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, origin).openOutputStream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String path(JavaName service) {
    return "META-INF/native-image/io.callbox/" + binary(service) + "/reflect-config.json";
  }

  private static String text(List<JavaName> types) {
    return types.stream()
        .map(NativeImageFileWriter::entry)
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static String entry(JavaName type) {
    return "  {\"name\": \"%s\", ".formatted(binary(type))
        + "\"allDeclaredConstructors\": true, \"allDeclaredFields\": true,"
        + " \"allDeclaredMethods\": true}";
  }

  private static String binary(JavaName type) {
    String nested = String.join("$", type.simpleNames());
    return type.packageName().isEmpty() ? nested : type.packageName() + '.' + nested;
  }
}
