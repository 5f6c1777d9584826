package io.callbox.processor.writing;

import io.callbox.processor.model.ArrayShape;
import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.MapShape;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.MemberModel.Inclusion;
import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.StandardShape;
import io.callbox.processor.model.TypeShape;
import java.util.Optional;

/**
 * Conditions under which a member is written, by {@code @JsonInclude} as Jackson understands it.
 */
final class InclusionCode {

  private final MarshallerScope scope;

  InclusionCode(MarshallerScope scope) {
    this.scope = scope;
  }

  /** Returns the condition under which a member is written; empty if it is always written. */
  Optional<String> condition(MemberModel member, String value) {
    return condition(member.shape(), value, member.rules().inclusion());
  }

  private Optional<String> condition(TypeShape shape, String value, Inclusion inclusion) {
    if (inclusion == Inclusion.ALWAYS || shape instanceof PrimitiveShape) {
      return Optional.empty();
    }
    String there = value + " != null";
    if (isOptional(shape) && inclusion != Inclusion.NON_NULL) {
      return Optional.of(there + " && " + value + ".isPresent()");
    }
    return Optional.of(inclusion == Inclusion.NON_EMPTY ? there + notEmpty(shape, value) : there);
  }

  private static boolean isOptional(TypeShape shape) {
    return ReadCode.handlesNull(shape) && shape != StandardShape.JSON_NODE;
  }

  private String notEmpty(TypeShape shape, String value) {
    if (shape instanceof ArrayShape) {
      return " && " + value + ".length > 0";
    } else if (shape == StandardShape.JSON_NODE) {
      return " && !(" + value + ".isContainerNode() && " + value + ".isEmpty())";
    }
    if (shape == StandardShape.LOCALE || shape == StandardShape.URI) {
      return " && !" + value + ".toString().isEmpty()";
    }
    Optional<MemberModel> single = scope.valueOf(shape);
    if (single.isPresent()) {
      String inner = value + '.' + single.get().accessor();
      return condition(single.get().shape(), inner, Inclusion.NON_EMPTY)
          .map(condition -> " && " + condition)
          .orElse("");
    }
    boolean sized =
        shape == StandardShape.STRING
            || shape == StandardShape.OBJECT_NODE
            || shape == StandardShape.ARRAY_NODE
            || shape instanceof ContainerShape
            || shape instanceof MapShape;
    return sized ? " && !" + value + ".isEmpty()" : "";
  }
}
