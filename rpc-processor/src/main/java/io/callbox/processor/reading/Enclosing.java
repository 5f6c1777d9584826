package io.callbox.processor.reading;

import com.google.auto.common.MoreElements;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** What declarations are in. */
public final class Enclosing {

  private Enclosing() {}

  /** What a declaration in a package is directly in. */
  public static Element of(Element element) {
    return Objects.requireNonNull(element.getEnclosingElement());
  }

  /** The types that a declaration is in, the outermost first, itself last if it is one. */
  public static List<TypeElement> types(Element element) {
    Deque<TypeElement> types = new ArrayDeque<>();
    for (Element at = element; at.getKind() != ElementKind.PACKAGE; at = of(at)) {
      if (MoreElements.isType(at)) {
        types.addFirst(MoreElements.asType(at));
      }
    }
    return List.copyOf(types);
  }
}
