package io.callbox.processor.model;

import java.util.EnumMap;
import java.util.Map;

/**
 * Decides which class has a constant of a marshaller: the marshaller itself, or a nested class if
 * there are more than one class can initialize, which is 64 KiB of code. Constants of one kind need
 * only constants of earlier kinds, so two such classes never wait for each other. For one thread.
 */
final class ConstantHolders {

  private static final int MOST_BYTES = 40_000;

  private final boolean nested;
  private final Map<Kind, Integer> used = new EnumMap<>(Kind.class);

  ConstantHolders(ServiceModel service) {
    int methods =
        service.methods().stream()
            .mapToInt(method -> 60 + members(method.parameters().size()))
            .sum();
    int exceptions =
        service.exceptions().stream()
            .mapToInt(exception -> 40 + members(exception.fields().size()))
            .sum();
    int definitions =
        service.definitions().stream().mapToInt(each -> members(each.members().size())).sum();
    this.nested = methods + exceptions + definitions > MOST_BYTES;
  }

  /** Returns the bytes of code for the names of an object's members, separately and together. */
  private static int members(int number) {
    return 20 + 25 * number;
  }

  /**
   * The name by which the marshaller refers to a constant: {@code QUOTIENT_FIELD} or {@code
   * Names2.QUOTIENT_FIELD}.
   */
  String place(Kind kind, int bytes, String name) {
    if (!nested) {
      return name;
    }
    int number = used.merge(kind, bytes, Integer::sum) / MOST_BYTES + 1;
    return kind.holder + number + '.' + name;
  }

  /** Kinds of constants, in the order in which they need each other. */
  enum Kind {
    NAME("Names"),
    EXCEPTION("Exceptions"),
    RESULT("Results"),
    METHOD("Methods");

    private final String holder;

    Kind(String holder) {
      this.holder = holder;
    }
  }
}
