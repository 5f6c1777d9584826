package io.callbox.processor.writing;

import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.GeneratedNames;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The constants of a marshaller, each in the class that its name says. For one thread. */
final class Constants {

  private static final String MARSHALLER = "";

  private final Map<String, Row> holders = new LinkedHashMap<>();
  private final Rows rows;

  Constants(Rows rows) {
    this.rows = rows;
    holders.put(MARSHALLER, rows.begin());
  }

  /** Adds a constant that nothing but the marshaller mentions. */
  void addPrivate(String type, String name, String value) {
    add("private static final ", type, name, value);
  }

  /** Adds a constant that stubs and skeletons mention, too. */
  void add(String type, String name, String value) {
    add("static final ", type, name, value);
  }

  private void add(String modifiers, String type, String name, String value) {
    holders
        .computeIfAbsent(GeneratedNames.holder(name), holder -> rows.begin(1))
        .next()
        .add(0, modifiers + type + ' ' + GeneratedNames.simple(name) + " = " + value + ";\n");
  }

  /** Puts them into the marshaller, and into classes within it those that are not in itself. */
  void addTo(TypeSpec.Builder marshaller) {
    holders.forEach(
        (holder, row) -> {
          if (!holder.equals(MARSHALLER)) {
            marshaller.addType(nested(holder).addField(row.constants()).build());
          } else if (!row.isEmpty()) {
            marshaller.addField(row.constants());
          }
        });
  }

  private static TypeSpec.Builder nested(String holder) {
    return TypeSpec.classBuilder(holder)
        .addJavadoc("Constants beyond what one class can hold.\n")
        .addModifiers(Modifier.STATIC, Modifier.FINAL);
  }
}
