package io.callbox.processor.reading;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.AnnotationValues;
import com.google.auto.common.MoreTypes;
import io.callbox.processor.model.Definition.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Determines the form of types whose subtypes are known: sealed types, and types with Jackson's
 * {@code @JsonSubTypes}.
 */
final class SubtypeForms {

  private static final String DEFAULT_PROPERTY = "@type";

  private final Mirrors mirrors;
  private final Function<TypeMirror, TypeForm> forms;

  /**
   * Creates forms of types with subtypes.
   *
   * @param forms returns the form of a type
   */
  SubtypeForms(Mirrors mirrors, Function<TypeMirror, TypeForm> forms) {
    this.mirrors = mirrors;
    this.forms = forms;
  }

  boolean isPolymorphic(TypeElement element) {
    boolean open =
        element.getKind() == ElementKind.INTERFACE
            || element.getModifiers().contains(Modifier.ABSTRACT);
    return open
        && element.getKind() != ElementKind.ENUM
        && (element.getModifiers().contains(Modifier.SEALED)
            || Jackson.has("JsonSubTypes", List.of(element)));
  }

  TypeForm form(DeclaredType type, TypeElement element) {
    List<TypeForm.Subtype> subtypes = new ArrayList<>();
    for (TypeElement leaf : subclassesFirst(leaves(element))) {
      Optional<TypeMirror> subtype = withArguments(leaf, type);
      if (subtype.isEmpty()) {
        return new TypeForm.Unsupported(TypeForm.Reason.SUBTYPE);
      }
      if (!isObject(forms.apply(subtype.get()))) {
        return withDataboundSubtype(element, leaf);
      }
      subtypes.add(new TypeForm.Subtype(subtype.get(), text(leaf)));
    }
    return new TypeForm.SealedOf(element, property(element), subtypes);
  }

  /** Returns whether it is written as an object, so that a member with the tag can be added. */
  private static boolean isObject(TypeForm form) {
    return form instanceof TypeForm.RecordOf
        || form instanceof TypeForm.BeanOf
        || form instanceof TypeForm.Unsupported;
  }

  /**
   * Returns the form of a type with a subtype that is left to databind. Databind knows subtypes
   * only by annotations.
   */
  private static TypeForm withDataboundSubtype(TypeElement element, TypeElement leaf) {
    return Jackson.has("JsonTypeInfo", List.of(element))
            && Jackson.has("JsonSubTypes", List.of(element))
        ? new TypeForm.Databound(
            element, List.of("a subtype, " + leaf.getSimpleName() + ", that is left to databind"))
        : new TypeForm.Unsupported(TypeForm.Reason.DATABOUND_SUBTYPE);
  }

  /** Returns the tag of a type, if it is one of several subtypes. */
  Optional<Tag> tag(TypeElement leaf) {
    return ancestors(leaf).stream()
        .filter(this::isPolymorphic)
        .findFirst()
        .map(ancestor -> new Tag(property(ancestor), text(leaf)));
  }

  private List<TypeElement> leaves(TypeElement element) {
    List<TypeElement> leaves = new ArrayList<>();
    for (TypeElement subtype : direct(element)) {
      leaves.addAll(isPolymorphic(subtype) ? leaves(subtype) : List.of(subtype));
    }
    return leaves.stream().distinct().toList();
  }

  /**
   * Sorts subclasses before their superclasses, because a value is written as the first type that
   * it is an instance of.
   */
  private List<TypeElement> subclassesFirst(List<TypeElement> leaves) {
    List<TypeElement> sorted = new ArrayList<>();
    for (TypeElement leaf : leaves) {
      int place = 0;
      while (place < sorted.size() && !isSubclass(leaf, sorted.get(place))) {
        place++;
      }
      sorted.add(place, leaf);
    }
    return sorted;
  }

  private boolean isSubclass(TypeElement leaf, TypeElement other) {
    return mirrors
        .types()
        .isSubtype(mirrors.types().erasure(leaf.asType()), mirrors.types().erasure(other.asType()));
  }

  private static List<TypeElement> direct(TypeElement element) {
    List<TypeElement> named =
        namings(element).stream()
            .map(naming -> AnnotationMirrors.getAnnotationValue(naming, "value"))
            .map(value -> MoreTypes.asTypeElement(AnnotationValues.getTypeMirror(value)))
            .toList();
    return named.isEmpty()
        ? element.getPermittedSubclasses().stream().map(MoreTypes::asTypeElement).toList()
        : named;
  }

  /** The {@code @JsonSubTypes.Type}s of a type. */
  private static List<? extends AnnotationMirror> namings(TypeElement element) {
    return Jackson.value("JsonSubTypes", "value", List.of(element))
        .<List<? extends AnnotationMirror>>map(AnnotationValues::getAnnotationMirrors)
        .orElse(List.of());
  }

  private String text(TypeElement leaf) {
    return ancestors(leaf).stream()
        .flatMap(ancestor -> namings(ancestor).stream())
        .filter(naming -> isNamed(naming, leaf))
        .map(naming -> AnnotationMirrors.getAnnotationValue(naming, "name"))
        .map(AnnotationValues::getString)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .or(() -> Jackson.text("JsonTypeName", "value", List.of(leaf)))
        .orElseGet(() -> unnamed(leaf));
  }

  /**
   * Jackson's name of a subtype without a given name; without Jackson's annotations, the simple
   * name.
   */
  private String unnamed(TypeElement leaf) {
    boolean byName =
        ancestors(leaf).stream()
            .map(each -> Jackson.constant("JsonTypeInfo", "use", List.of(each)))
            .flatMap(Optional::stream)
            .anyMatch("NAME"::equals);
    return byName
        ? String.join("$", mirrors.nameOf(leaf).simpleNames())
        : leaf.getSimpleName().toString();
  }

  private static boolean isNamed(AnnotationMirror naming, TypeElement leaf) {
    return AnnotationValues.getTypeMirror(AnnotationMirrors.getAnnotationValue(naming, "value"))
        .toString()
        .equals(leaf.getQualifiedName().toString());
  }

  private String property(TypeElement element) {
    List<TypeElement> all = new ArrayList<>(List.of(element));
    all.addAll(ancestors(element));
    return all.stream()
        .map(each -> Jackson.text("JsonTypeInfo", "property", List.of(each)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(DEFAULT_PROPERTY);
  }

  /** All supertypes, the nearest first. */
  private List<TypeElement> ancestors(TypeElement element) {
    List<TypeElement> ancestors = new ArrayList<>();
    for (TypeMirror supertype : mirrors.types().directSupertypes(element.asType())) {
      TypeElement ancestor = MoreTypes.asTypeElement(supertype);
      ancestors.add(ancestor);
      ancestors.addAll(ancestors(ancestor));
    }
    return ancestors.stream().distinct().toList();
  }

  /**
   * Returns a subtype with its type arguments. They are found by their place among the arguments of
   * the supertype.
   */
  private Optional<TypeMirror> withArguments(TypeElement leaf, DeclaredType supertype) {
    DeclaredType declared = MoreTypes.asDeclared(leaf.asType());
    List<TypeMirror> arguments = new ArrayList<>();
    for (TypeMirror parameter : declared.getTypeArguments()) {
      TypeMirror same = asSuper(declared, MoreTypes.asTypeElement(supertype));
      int place = Mirrors.argumentsOf(same).indexOf(parameter);
      if (place < 0) {
        return Optional.empty();
      }
      arguments.add(supertype.getTypeArguments().get(place));
    }
    return Optional.of(mirrors.types().getDeclaredType(leaf, arguments.toArray(TypeMirror[]::new)));
  }

  private TypeMirror asSuper(TypeMirror type, TypeElement wanted) {
    if (MoreTypes.asTypeElement(type).equals(wanted)) {
      return type;
    }
    return mirrors.types().directSupertypes(type).stream()
        .filter(
            each ->
                mirrors
                    .types()
                    .isSubtype(
                        mirrors.types().erasure(each), mirrors.types().erasure(wanted.asType())))
        .map(each -> asSuper(each, wanted))
        .findFirst()
        .orElse(type);
  }
}
