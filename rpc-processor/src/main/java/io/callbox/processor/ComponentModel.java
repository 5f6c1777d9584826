package io.callbox.processor;

import io.callbox.processor.writing.ComponentMarks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What container is to find stubs by itself. Skeletons are left to whoever builds the node: one
 * that a container finds would ask for an implementation in applications that only call.
 */
enum ComponentModel {
  /** None: stubs are made with {@code new}. */
  NONE("", ""),
  /** CDI, Micronaut, Quarkus, Guice: all that read the annotations of Jakarta Inject. */
  JAKARTA("jakarta.inject.Singleton", "jakarta.inject.Inject"),
  /** Spring's component scan. */
  SPRING(
      "org.springframework.stereotype.Component",
      "org.springframework.beans.factory.annotation.Autowired");

  private final String onClass;
  private final String onConstructor;

  ComponentModel(String onClass, String onConstructor) {
    this.onClass = onClass;
    this.onConstructor = onConstructor;
  }

  /** What users call it. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What users call all of them. */
  static List<String> texts() {
    return Arrays.stream(values()).map(ComponentModel::text).toList();
  }

  /** The one that users call so. */
  static Optional<ComponentModel> of(String text) {
    return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst();
  }

  /** The marks of its stubs; null for none. */
  @Nullable ComponentMarks marks() {
    return this == NONE ? null : new ComponentMarks(onClass, onConstructor);
  }
}
