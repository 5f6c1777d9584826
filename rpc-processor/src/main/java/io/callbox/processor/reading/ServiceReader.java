package io.callbox.processor.reading;

import com.google.auto.common.MoreElements;
import io.callbox.processor.model.Definition;
import io.callbox.processor.model.ExceptionModel;
import io.callbox.processor.model.JavaName;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.ServiceModel;
import io.callbox.processor.model.ServiceModel.Setting;
import io.callbox.processor.model.TypeHeads;
import java.util.ArrayList;
import java.util.Collection;
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
   * Returns the model of a contract that validation has accepted. All mentioned types are known
   * only at the end. If a variable has the name of one, everything is read again, with other names.
   *
   * @param forms the forms with which it was validated
   */
  public ServiceModel read(Contract contract, TypeForms forms) {
    LocalNames free = new LocalNames(List.of());
    ServiceModel model = read(contract, forms, free);
    Collection<String> heads = new TypeHeads(model).all();
    return free.gave(heads) ? read(contract, forms, new LocalNames(heads)) : model;
  }

  private ServiceModel read(Contract contract, TypeForms forms, LocalNames localNames) {
    TypeElement element = contract.element();
    Nullness nullness = new Nullness(mirrors, element);
    ShapeReader shapes = new ShapeReader(mirrors, nullness, localNames, forms);
    ExceptionReader exceptions = new ExceptionReader(mirrors, shapes, localNames, element);
    MethodReader methods = new MethodReader(mirrors, shapes, exceptions, nullness, localNames);
    List<MethodModel> read = new ArrayList<>();
    contract.methods().forEach(method -> read.add(methods.read(method)));
    JavaName name = mirrors.nameOf(element);
    List<Definition> definitions = shapes.definitions();
    List<ExceptionModel> thrown = exceptions.exceptions();
    return new ServiceModel(
        name,
        contract.wireName(),
        read,
        definitions,
        thrown,
        setting(contract, shapes, new TypeHeads(name, definitions, thrown).packages()));
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

  /** Returns the names of nested types and of constants, because a stub inherits both. */
  private Set<String> inheritedNames(TypeElement element) {
    return mirrors.elements().getAllMembers(element).stream()
        .filter(member -> member.getKind().isField() || MoreElements.isType(member))
        .map(ServiceReader::simple)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the names among these that a type of the interface's package has. */
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
