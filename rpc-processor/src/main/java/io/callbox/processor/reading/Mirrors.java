package io.callbox.processor.reading;

import com.google.auto.common.MoreTypes;
import com.google.auto.common.Visibility;
import io.callbox.processor.model.JavaName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The compiler's two helpers, with common questions.
 *
 * @param types about types
 * @param elements about declarations
 */
public record Mirrors(Types types, Elements elements) {

  /** The helpers of a compilation. */
  public static Mirrors of(ProcessingEnvironment environment) {
    return new Mirrors(environment.getTypeUtils(), environment.getElementUtils());
  }

  /**
   * Returns whether a type is the class or interface of this qualified name, with any arguments.
   */
  public static boolean is(TypeMirror type, String qualifiedName) {
    return type.getKind() == TypeKind.DECLARED
        && MoreTypes.asTypeElement(type).getQualifiedName().contentEquals(qualifiedName);
  }

  /** The type arguments of a declared type. */
  public static List<? extends TypeMirror> argumentsOf(TypeMirror type) {
    return MoreTypes.asDeclared(type).getTypeArguments();
  }

  /** Returns whether generated code in the package of {@code from} may name {@code element}. */
  public boolean isAccessible(Element element, Element from) {
    Visibility visibility = Visibility.effectiveVisibilityOfElement(element);
    boolean samePackage = elements.getPackageOf(element).equals(elements.getPackageOf(from));
    return visibility == Visibility.PUBLIC || (samePackage && visibility != Visibility.PRIVATE);
  }

  /**
   * Returns a value that is equal for two mentions of the same type: without arguments, its
   * declaration.
   */
  public static Object identity(TypeMirror type) {
    boolean plain = type.getKind() == TypeKind.DECLARED && argumentsOf(type).isEmpty();
    return plain ? MoreTypes.asTypeElement(type) : type.toString();
  }

  /** Returns whether values of a type have a natural order. */
  public boolean isComparable(TypeMirror type) {
    TypeMirror comparable =
        types.erasure(elements.getTypeElement(Comparable.class.getCanonicalName()).asType());
    return types.isSubtype(types.erasure(type), comparable);
  }

  /**
   * Returns whether Lombok adds members to a type: in that round, it is unknown whether it has
   * already done so.
   */
  public static boolean isLomboks(TypeElement type) {
    return !isOfJava(type) && hasLomboks(type);
  }

  private static boolean hasLomboks(TypeElement type) {
    return Stream.concat(Stream.of(type), type.getEnclosedElements().stream())
        .flatMap(each -> each.getAnnotationMirrors().stream())
        .map(each -> each.getAnnotationType().toString())
        .anyMatch(each -> each.startsWith("lombok.") && !each.equals("lombok.Generated"));
  }

  /**
   * A type and all types from which it inherits annotations, the type itself first; no types of the
   * platform.
   */
  public List<TypeElement> withSupertypes(TypeElement type) {
    Set<TypeElement> all = new LinkedHashSet<>(List.of(type));
    for (TypeMirror supertype : types.directSupertypes(type.asType())) {
      TypeElement element = MoreTypes.asTypeElement(supertype);
      if (!isOfJava(element)) {
        all.addAll(withSupertypes(element));
      }
    }
    return List.copyOf(all);
  }

  /** Returns whether a constructor or method is the canonical constructor of a record. */
  public boolean isCanonical(ExecutableElement creator, TypeElement record) {
    List<? extends TypeMirror> components =
        record.getRecordComponents().stream().map(RecordComponentElement::asType).toList();
    return creator.getKind() == ElementKind.CONSTRUCTOR
        && creator.getParameters().size() == components.size()
        && IntStream.range(0, components.size())
            .allMatch(
                place ->
                    types.isSameType(
                        creator.getParameters().get(place).asType(), components.get(place)));
  }

  /** Returns whether a type is a class or interface of this qualified name, or a subtype of it. */
  public boolean isSubtypeOf(TypeMirror type, String qualifiedName) {
    TypeElement wanted = elements.getTypeElement(qualifiedName);
    return wanted != null && types.isSubtype(types.erasure(type), types.erasure(wanted.asType()));
  }

  /** Returns whether an annotation of this qualified name is on a declaration. */
  static boolean isMarked(Element element, String annotation) {
    for (AnnotationMirror each : element.getAnnotationMirrors()) {
      if (each.getAnnotationType().toString().equals(annotation)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether an element was written in Kotlin, whose annotation processing shows it as Java.
   */
  public static boolean isOfKotlin(Element element) {
    return Enclosing.types(element).stream().anyMatch(type -> isMarked(type, "kotlin.Metadata"));
  }

  /** Returns whether a type is of a package that only the platform may have. */
  private static boolean isOfJava(TypeElement type) {
    return type.getQualifiedName().toString().startsWith("java.");
  }

  /** Returns whether a type comes with the platform or a language's own library. */
  static boolean isOfPlatform(TypeElement element) {
    return element.getQualifiedName().toString().matches("(java|javax|jdk|kotlin|scala)\\..*");
  }

  /** The name of a declared type. */
  public JavaName nameOf(TypeElement type) {
    List<String> simpleNames =
        Enclosing.types(type).stream().map(each -> each.getSimpleName().toString()).toList();
    String packageName = elements.getPackageOf(type).getQualifiedName().toString();
    return new JavaName(packageName, simpleNames);
  }
}
