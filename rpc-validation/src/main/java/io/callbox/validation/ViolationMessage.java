package io.callbox.validation;

import io.callbox.annotation.Param;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lists the arguments that violate constraints, and the constraints, in the order of the paths.
 *
 * @param method the called method of the contract
 */
record ViolationMessage(Method method) {

  /**
   * The maximum number of violations in a message: a list of a thousand wrong elements need not be
   * told in full.
   */
  private static final int MOST = 10;

  String of(Set<ConstraintViolation<Object>> violations) {
    String told =
        violations.stream().map(this::of).sorted().limit(MOST).collect(Collectors.joining("; "));
    int left = violations.size() - MOST;
    return left > 0 ? told + "; and " + left + " more" : told;
  }

  private String of(ConstraintViolation<Object> violation) {
    String path = path(violation.getPropertyPath());
    String what = path.isEmpty() ? "params " : "parameter '" + path + "' ";
    return what + violation.getMessage();
  }

  /** Returns a path in the same form as mismatches of JSON: {@code order.lines[3].quantity}. */
  private String path(Path path) {
    StringBuilder text = new StringBuilder();
    for (Path.Node node : path) {
      if (node.isInIterable()) {
        text.append('[').append(node.getKey() == null ? node.getIndex() : node.getKey());
        text.append(']');
      }
      if (named(node)) {
        text.append(text.isEmpty() ? "" : ".").append(name(node));
      }
    }
    return text.toString();
  }

  /** Returns the name of a node. A caller knows a parameter by its name on the wire. */
  private String name(Path.Node node) {
    if (node.getKind() != ElementKind.PARAMETER) {
      return node.getName();
    }
    int index = node.as(Path.ParameterNode.class).getParameterIndex();
    Param named = method.getParameters()[index].getAnnotation(Param.class);
    return named == null ? node.getName() : named.value();
  }

  private static boolean named(Path.Node node) {
    return node.getKind() == ElementKind.PARAMETER || node.getKind() == ElementKind.PROPERTY;
  }
}
