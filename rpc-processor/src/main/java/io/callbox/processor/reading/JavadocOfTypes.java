package io.callbox.processor.reading;

import io.callbox.processor.model.Docs;
import io.callbox.processor.model.JavaName;
import io.callbox.processor.model.TypeDocs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads the Javadoc of types in this compilation. The Javadoc of compiled classes is lost. */
public final class JavadocOfTypes implements TypeDocs {

  private final Elements elements;

  /** Reads with the compiler's help. */
  public JavadocOfTypes(Mirrors mirrors) {
    this.elements = mirrors.elements();
  }

  @Override
  public Docs of(JavaName type) {
    return element(type).map(this::of).orElse(Docs.NONE);
  }

  /**
   * Finds a type. It begins at the outermost type, because Eclipse's compiler reads a file again
   * for a nested one.
   */
  private Optional<TypeElement> element(JavaName type) {
    List<String> names = type.simpleNames();
    String outermost = JavaName.of(type.packageName(), names.get(0)).qualified();
    Optional<TypeElement> found = Optional.ofNullable(elements.getTypeElement(outermost));
    for (String name : names.subList(1, names.size())) {
      found = found.flatMap(outer -> nested(outer, name));
    }
    return found;
  }

  private static Optional<TypeElement> nested(TypeElement outer, String name) {
    return ElementFilter.typesIn(outer.getEnclosedElements()).stream()
        .filter(type -> type.getSimpleName().contentEquals(name))
        .findFirst();
  }

  private Docs of(TypeElement element) {
    Docs docs = Javadoc.of(element, elements);
    Map<String, String> members = new HashMap<>();
    Set<String> deprecated = new HashSet<>();
    for (Element member : element.getEnclosedElements()) {
      Docs said = isValue(member) ? Javadoc.of(member, elements) : Docs.NONE;
      String name = member.getSimpleName().toString();
      if (!said.description().isEmpty()) {
        members.put(name, said.description());
      }
      if (said.deprecated().isPresent()) {
        deprecated.add(name);
      }
    }
    members.putAll(docs.parameters());
    return docs.withMembers(members, deprecated);
  }

  /**
   * Returns whether a member is a field or constant, or a getter of a field. A component of a
   * record is none of these: the comment of the record documents it, and Eclipse's compiler fails
   * if it is asked for the component's.
   */
  private static boolean isValue(Element member) {
    return member.getKind().isField()
        || (member.getKind() == ElementKind.METHOD
            && ((ExecutableElement) member).getParameters().isEmpty());
  }
}
