package io.callbox.processor.writing;

import io.callbox.processor.model.ArrayShape;
import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.JavaName;
import io.callbox.processor.model.MapShape;
import io.callbox.processor.model.NamedShape;
import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.ReturnShape;
import io.callbox.processor.model.StandardShape;
import io.callbox.processor.model.TypeShape;
import io.callbox.processor.model.Wildcards;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The Java types of the model as text, the same that JavaPoet writes for {@link JavaTypes}. */
final class TypeText {

  private static final TypeShape.Cases<String> TEXTS = new Texts();
  private static final String VOID = Marked.text("java.lang", "Void");

  private TypeText() {}

  static String of(JavaName name) {
    return Marked.text(name.packageName(), name.dotted());
  }

  static String of(TypeShape shape) {
    return shape.match(TEXTS);
  }

  /** The type with wildcards where a method has them. */
  static String of(TypeShape shape, Wildcards wildcards) {
    return wildcards.any() ? JavaTypes.text(JavaTypes.of(shape, wildcards)) : of(shape);
  }

  /** The type as a type argument. */
  static String boxed(TypeShape shape) {
    return shape instanceof PrimitiveShape ? JavaTypes.text(JavaTypes.boxed(shape)) : of(shape);
  }

  /** What a method returns as a type argument: {@link Void} if that is nothing. */
  static String boxedResult(ReturnShape returns) {
    return returns.result().map(TypeText::boxed).orElse(VOID);
  }

  /** What is written for a type of each kind. */
  private static final class Texts implements TypeShape.Cases<String> {

    private final Map<StandardShape, String> standard = new EnumMap<>(StandardShape.class);

    private Texts() {
      for (StandardShape shape : StandardShape.values()) {
        standard.put(shape, of(shape.type()));
      }
    }

    @Override
    public String primitive(PrimitiveShape shape) {
      return shape.keyword();
    }

    @Override
    public String standard(StandardShape shape) {
      return Objects.requireNonNull(standard.get(shape));
    }

    @Override
    public String array(ArrayShape shape) {
      return of(shape.component()) + "[]";
    }

    @Override
    public String container(ContainerShape shape) {
      return of(shape.kind().type()) + '<' + of(shape.element()) + '>';
    }

    @Override
    public String map(MapShape shape) {
      return of(shape.kind().type()) + '<' + of(shape.key()) + ", " + of(shape.value()) + '>';
    }

    @Override
    public String named(NamedShape shape) {
      if (shape.arguments().isEmpty()) {
        return of(shape.type());
      }
      String arguments =
          shape.arguments().stream().map(TypeText::of).collect(Collectors.joining(", "));
      return of(shape.type()) + '<' + arguments + '>';
    }
  }
}
