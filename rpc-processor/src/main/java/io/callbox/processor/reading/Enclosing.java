package io.callbox.processor.reading;

import com.google.auto.common.MoreElements;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Finds the declarations around a declaration. */
public final class Enclosing {

  private Enclosing() {}

  /** Returns the declaration directly around a declaration in a package. */
  public static Element of(Element element) {
    return Objects.requireNonNull(element.getEnclosingElement());
  }

  /**
   * Returns the types around a declaration, the outermost first; the declaration itself last if it
   * is a type.
   */
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
