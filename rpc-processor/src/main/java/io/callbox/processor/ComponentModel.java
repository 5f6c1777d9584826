package io.callbox.processor;

import io.callbox.processor.writing.ComponentMarks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The container that finds stubs. The code that builds the node creates skeletons: a container that
 * finds a skeleton would require an implementation in applications that only call.
 */
enum ComponentModel {
  /** No container: programs create stubs with {@code new}. */
  NONE("", ""),
  /** CDI, Micronaut, Quarkus, Guice: all containers that read the annotations of Jakarta Inject. */
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

  /** Its name in the option. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of all of them. */
  static List<String> texts() {
    return Arrays.stream(values()).map(ComponentModel::text).toList();
  }

  /** Finds the one with this name. */
  static Optional<ComponentModel> of(String text) {
    return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst();
  }

  /** Returns the annotations of its stubs; null for none. */
  @Nullable ComponentMarks marks() {
    return this == NONE ? null : new ComponentMarks(onClass, onConstructor);
  }
}
