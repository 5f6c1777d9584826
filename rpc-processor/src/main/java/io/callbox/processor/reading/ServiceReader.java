package io.callbox.processor.reading;

import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.ServiceModel;
import io.callbox.processor.model.ServiceModel.Setting;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads a validated interface into a model. */
public final class ServiceReader {

  /** What generated code may mention of {@code java.lang}. */
  private static final List<String> JAVA_LANG =
      List.of(
          "Boolean",
          "Byte",
          "Character",
          "Double",
          "Float",
          "Integer",
          "Long",
          "Override",
          "Short",
          "String",
          "SuppressWarnings",
          "Throwable",
          "Void");

  private final Mirrors mirrors;

  /** Reads interfaces of this compilation. */
  public ServiceReader(Mirrors mirrors) {
    this.mirrors = mirrors;
  }

  /** The model of an interface in which validation found nothing. */
  public ServiceModel read(TypeElement element) {
    Contract contract = Contract.of(element, mirrors);
    Nullness nullness = new Nullness(mirrors, element);
    ShapeReader shapes = new ShapeReader(mirrors, nullness, element);
    ExceptionReader exceptions = new ExceptionReader(mirrors, shapes, element);
    MethodReader methods = new MethodReader(mirrors, shapes, exceptions, nullness);
    List<MethodModel> read = contract.methods().stream().map(methods::read).toList();
    return new ServiceModel(
        mirrors.nameOf(element),
        contract.wireName(),
        read,
        shapes.definitions(),
        exceptions.exceptions(),
        setting(contract, shapes));
  }

  private Setting setting(Contract contract, ShapeReader shapes) {
    TypeElement element = contract.element();
    return new Setting(
        Javadoc.of(mirrors.elements().getDocComment(element)),
        isPublic(element),
        shapes.deprecated() || usesDeprecated(contract),
        shadowsJavaLang(mirrors.elements().getPackageOf(element)),
        inheritedTypeNames(element));
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

  private boolean shadowsJavaLang(PackageElement where) {
    String prefix = where.isUnnamed() ? "" : where.getQualifiedName() + ".";
    return JAVA_LANG.stream()
        .anyMatch(name -> mirrors.elements().getTypeElement(prefix + name) != null);
  }

  private Set<String> inheritedTypeNames(TypeElement element) {
    return ElementFilter.typesIn(mirrors.elements().getAllMembers(element)).stream()
        .map(type -> type.getSimpleName().toString())
        .collect(Collectors.toUnmodifiableSet());
  }
}
