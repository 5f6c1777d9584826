package io.callbox.processor.reading;

import com.google.auto.common.AnnotationValues;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Answers questions of validation about Jackson's annotations. */
public final class JacksonAnnotations {

  private JacksonAnnotations() {}

  /** Returns whether an annotation is one of Jackson's, or stands for some of them. */
  public static boolean isOne(AnnotationMirror annotation) {
    return UnsupportedAnnotations.ofJackson(annotation)
        || UnsupportedAnnotations.standsForOthers(annotation);
  }

  /** The name of a member on the wire. */
  public static String wireName(TypeForm.Component component) {
    return Jackson.text("JsonProperty", "value", component.declarations()).orElse(component.name());
  }

  /**
   * Returns whether an instance that is created with all members at once cannot be created without
   * this one. Setters of missing members are not called, regardless of annotations.
   */
  public static boolean isRequired(TypeForm.Component component) {
    List<? extends Element> declarations = component.declarations();
    return Jackson.find("JsonProperty", declarations)
        .map(JacksonAnnotations::isRequired)
        .orElse(false);
  }

  /**
   * Returns whether an annotation requires the member. Older versions of Jackson do not know the
   * newer setting.
   */
  private static boolean isRequired(AnnotationMirror property) {
    boolean required = false;
    for (var setting : property.getElementValues().entrySet()) {
      AnnotationValue value = setting.getValue();
      String name = setting.getKey().getSimpleName().toString();
      String chosen =
          name.equals("isRequired")
              ? AnnotationValues.getEnum(value).getSimpleName().toString()
              : "DEFAULT";
      if (!chosen.equals("DEFAULT")) {
        return chosen.equals("TRUE");
      } else if (name.equals("required")) {
        required = AnnotationValues.getBoolean(value);
      }
    }
    return required;
  }
}
