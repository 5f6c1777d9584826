package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.GeneratedNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The constants of a marshaller, each in the class that its name determines. For one thread. */
final class Constants {

  private final Map<String, TypeSpec.Builder> holders = new LinkedHashMap<>();

  Constants(TypeSpec.Builder marshaller) {
    holders.put("", marshaller);
  }

  /** Adds a constant that only the marshaller mentions. */
  void addPrivate(TypeName type, String name, CodeBlock value) {
    add(field(type, name).addModifiers(Modifier.PRIVATE), name, value);
  }

  /** Adds a constant that stubs and skeletons mention, too. */
  void add(TypeName type, String name, CodeBlock value) {
    add(field(type, name), name, value);
  }

  private static FieldSpec.Builder field(TypeName type, String name) {
    return FieldSpec.builder(JavaTypes.written(type), GeneratedNames.simple(name));
  }

  private void add(FieldSpec.Builder field, String name, CodeBlock value) {
    holders
        .computeIfAbsent(GeneratedNames.holder(name), Constants::nested)
        .addField(field.addModifiers(Modifier.STATIC, Modifier.FINAL).initializer(value).build());
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
