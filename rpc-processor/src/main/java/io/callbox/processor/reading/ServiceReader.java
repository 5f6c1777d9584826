package io.callbox.processor.reading;

import com.google.auto.common.MoreElements;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.ServiceModel;
import io.callbox.processor.model.ServiceModel.Setting;
import io.callbox.processor.model.TypeHeads;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** Reads a validated interface into a model. */
public final class ServiceReader {

  private final Mirrors mirrors;

  /** Reads interfaces of this compilation. */
  public ServiceReader(Mirrors mirrors) {
    this.mirrors = mirrors;
  }

  /**
   * The model of a contract in which validation found nothing. Its types are read first, since
   * variables are named when it is known which types are mentioned.
   *
   * @param forms those by which it was validated
   */
  public ServiceModel read(Contract contract, TypeForms forms) {
    TypeHeads heads = heads(contract, forms);
    TypeElement element = contract.element();
    LocalNames localNames = LocalNames.beside(heads);
    Nullness nullness = new Nullness(mirrors, element);
    ShapeReader shapes = new ShapeReader(mirrors, nullness, localNames, forms);
    ExceptionReader exceptions = new ExceptionReader(mirrors, shapes, localNames, element);
    MethodReader methods = new MethodReader(mirrors, shapes, exceptions, nullness, localNames);
    List<MethodModel> read = contract.methods().stream().map(methods::read).toList();
    return new ServiceModel(
        mirrors.nameOf(element),
        contract.wireName(),
        read,
        shapes.definitions(),
        exceptions.exceptions(),
        setting(contract, shapes, heads.packages()));
  }

  private TypeHeads heads(Contract contract, TypeForms forms) {
    TypeElement element = contract.element();
    LocalNames none = new LocalNames(List.of());
    ShapeReader shapes = new ShapeReader(mirrors, new Nullness(mirrors, element), none, forms);
    ExceptionReader exceptions = new ExceptionReader(mirrors, shapes, none, element);
    for (ContractMethod method : contract.methods()) {
      method.parameters().forEach(parameter -> shapes.read(parameter.type()));
      method.result().ifPresent(shapes::read);
      exceptions.read(method.type().getThrownTypes());
    }
    return new TypeHeads(mirrors.nameOf(element), shapes.definitions(), exceptions.exceptions());
  }

  private Setting setting(Contract contract, ShapeReader shapes, Set<String> packages) {
    TypeElement element = contract.element();
    return new Setting(
        Javadoc.of(element, mirrors.elements()),
        isPublic(element),
        shapes.deprecated() || usesDeprecated(contract),
        inheritedNames(element),
        siblings(element, packages));
  }

  private static boolean isPublic(TypeElement element) {
    return Enclosing.types(element).stream()
        .allMatch(type -> type.getModifiers().contains(Modifier.PUBLIC));
  }

  private boolean usesDeprecated(Contract contract) {
    return mirrors.elements().isDeprecated(contract.element())
        || contract.methods().stream()
            .anyMatch(
                method ->
                    mirrors.elements().isDeprecated(method.element())
                        || mirrors.elements().isDeprecated(Enclosing.of(method.element())));
  }

  /** Of nested types and of constants: a stub inherits both. */
  private Set<String> inheritedNames(TypeElement element) {
    return mirrors.elements().getAllMembers(element).stream()
        .filter(member -> member.getKind().isField() || MoreElements.isType(member))
        .map(ServiceReader::simple)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Which of these names a type of the interface's package has. */
  private Set<String> siblings(TypeElement element, Set<String> names) {
    PackageElement where = mirrors.elements().getPackageOf(element);
    String prefix = where.isUnnamed() ? "" : where.getQualifiedName() + ".";
    return names.stream()
        .filter(name -> mirrors.elements().getTypeElement(prefix + name) != null)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String simple(Element element) {
    return element.getSimpleName().toString();
  }
}
