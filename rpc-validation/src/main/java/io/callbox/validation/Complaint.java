package io.callbox.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which arguments break which constraints, the paths in order. */
final class Complaint {

  /** A list of a thousand wrong elements need not be told in full. */
  private static final int MOST = 10;

  private Complaint() {}

  static String of(Set<ConstraintViolation<Object>> violations) {
    String told =
        violations.stream()
            .map(Complaint::of)
            .sorted()
            .limit(MOST)
            .collect(Collectors.joining("; "));
    int left = violations.size() - MOST;
    return left > 0 ? told + "; and " + left + " more" : told;
  }

  private static String of(ConstraintViolation<Object> violation) {
    String path = path(violation.getPropertyPath());
    String what = path.isEmpty() ? "params " : "parameter '" + path + "' ";
    return what + violation.getMessage();
  }

  /** As mismatches of JSON are told: {@code order.lines[3].quantity}. */
  private static String path(Path path) {
    StringBuilder text = new StringBuilder();
    for (Path.Node node : path) {
      if (node.isInIterable()) {
        text.append('[').append(node.getKey() == null ? node.getIndex() : node.getKey());
        text.append(']');
      }
      if (named(node)) {
        text.append(text.isEmpty() ? "" : ".").append(node.getName());
      }
    }
    return text.toString();
  }

  private static boolean named(Path.Node node) {
    return node.getKind() == ElementKind.PARAMETER || node.getKind() == ElementKind.PROPERTY;
  }
}
