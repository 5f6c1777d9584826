package io.callbox.processor.writing;

import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.source.CodeBlock;
import io.callbox.processor.source.FieldSpec;
import io.callbox.processor.source.TypeName;
import io.callbox.processor.source.TypeSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The constants of a marshaller, each in the class that its name says. For one thread. */
final class Constants {

  private final Map<String, TypeSpec.Builder> holders = new LinkedHashMap<>();

  Constants(TypeSpec.Builder marshaller) {
    holders.put("", marshaller);
  }

  /** Adds a constant that nothing but the marshaller mentions. */
  void addPrivate(TypeName type, String name, CodeBlock value) {
    add(type, name, value, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
  }

  /** Adds a constant that stubs and skeletons mention, too. */
  void add(TypeName type, String name, CodeBlock value) {
    add(type, name, value, Modifier.STATIC, Modifier.FINAL);
  }

  private void add(TypeName type, String name, CodeBlock value, Modifier... modifiers) {
    holders
        .computeIfAbsent(GeneratedNames.holder(name), Constants::nested)
        .addField(FieldSpec.of(type, GeneratedNames.simple(name), value, modifiers));
  }

  private static TypeSpec.Builder nested(String holder) {
    return TypeSpec.classBuilder(holder)
        .addJavadoc("Constants beyond what one class can hold.\n")
        .addModifiers(Modifier.STATIC, Modifier.FINAL);
  }

  /** Nests the classes of all constants that are not in the marshaller itself. */
  void finish() {
    TypeSpec.Builder marshaller = Objects.requireNonNull(holders.remove(""));
    holders.values().forEach(holder -> marshaller.addType(holder.build()));
  }
}
