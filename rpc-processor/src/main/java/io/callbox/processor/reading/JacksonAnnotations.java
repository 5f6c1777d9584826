package io.callbox.processor.reading;

import com.google.auto.common.AnnotationValues;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** What validation asks of Jackson's annotations. */
public final class JacksonAnnotations {

  private JacksonAnnotations() {}

  /** Whether an annotation is of Jackson's, or stands for such. */
  public static boolean isOne(AnnotationMirror annotation) {
    return UnsupportedAnnotations.ofJackson(annotation)
        || UnsupportedAnnotations.standsForOthers(annotation);
  }

  /** The name of a member on the wire. */
  public static String wireName(TypeForm.Component component) {
    return Jackson.text("JsonProperty", "value", component.declarations()).orElse(component.name());
  }

  /**
   * Whether what is made of all its members at once is not made without this one. Setters are not
   * called for what is missing, whatever is said.
   */
  public static boolean isRequired(TypeForm.Component component) {
    List<? extends Element> declarations = component.declarations();
    return Jackson.find("JsonProperty", declarations)
        .map(JacksonAnnotations::isRequired)
        .orElse(false);
  }

  /** The newer setting is not known to older versions of Jackson. */
  private static boolean isRequired(AnnotationMirror property) {
    boolean required = false;
    for (var setting : property.getElementValues().entrySet()) {
      AnnotationValue value = setting.getValue();
      String name = setting.getKey().getSimpleName().toString();
      if (name.equals("isRequired")) {
        String chosen = AnnotationValues.getEnum(value).getSimpleName().toString();
        if (!chosen.equals("DEFAULT")) {
          return chosen.equals("TRUE");
        }
      } else if (name.equals("required")) {
        required = AnnotationValues.getBoolean(value);
      }
    }
    return required;
  }
}
