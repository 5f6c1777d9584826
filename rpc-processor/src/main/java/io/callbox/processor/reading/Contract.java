package io.callbox.processor.reading;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import io.callbox.annotation.RemoteService;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * An annotated interface as the user wrote it, right or wrong.
 *
 * @param element the interface
 * @param methods its remote methods, inherited ones included
 * @param localMethods its own methods that stay local
 */
public record Contract(
    TypeElement element, List<ContractMethod> methods, List<ExecutableElement> localMethods) {

  private static final Set<String> NAMES_OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

  private static final Set<String> OF_EVERY_OBJECT =
      Set.of("equals(java.lang.Object)", "hashCode()", "toString()");

  /** Makes the contract of an interface. */
  public static Contract of(TypeElement element, Mirrors mirrors) {
    List<ExecutableElement> own = ElementFilter.methodsIn(element.getEnclosedElements());
    Collection<ExecutableElement> all =
        element.getInterfaces().isEmpty()
            ? own
            : MoreElements.getLocalAndInheritedMethods(
                element, mirrors.types(), mirrors.elements());
    return new Contract(
        element,
        all.stream()
            .filter(Contract::isRemote)
            .map(method -> method(method, element, mirrors))
            .toList(),
        own.stream().filter(method -> !isRemote(method)).toList());
  }

  private static ContractMethod method(
      ExecutableElement method, TypeElement element, Mirrors mirrors) {
    boolean own = Enclosing.of(method).equals(element);
    TypeMirror type =
        own
            ? method.asType()
            : mirrors.types().asMemberOf(MoreTypes.asDeclared(element.asType()), method);
    return ContractMethod.of(method, MoreTypes.asExecutable(type), new KotlinCollections(mirrors));
  }

  /** Its name on the wire. */
  public String wireName() {
    RemoteService annotation = element.getAnnotation(RemoteService.class);
    return annotation == null || annotation.value().isEmpty()
        ? element.getSimpleName().toString()
        : annotation.value();
  }

  private static boolean isRemote(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.ABSTRACT)
        && !(NAMES_OF_EVERY_OBJECT.contains(method.getSimpleName().toString())
            && OF_EVERY_OBJECT.contains(ContractMethod.signature(method)));
  }
}
