package io.callbox.processor.reading;

import com.google.auto.common.MoreTypes;
import io.callbox.processor.model.ArrayShape;
import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.Definition;
import io.callbox.processor.model.Definition.BeanDefinition;
import io.callbox.processor.model.Definition.DataboundDefinition;
import io.callbox.processor.model.Definition.Property;
import io.callbox.processor.model.Definition.RecordDefinition;
import io.callbox.processor.model.Definition.SealedDefinition;
import io.callbox.processor.model.Definition.Subtype;
import io.callbox.processor.model.Definition.ValueDefinition;
import io.callbox.processor.model.MapShape;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.NamedShape;
import io.callbox.processor.model.TypeShape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Reads validated types, and collects the definitions of the user's types. One for each service;
 * for one thread.
 */
final class ShapeReader {

  private final Mirrors mirrors;
  private final Nullness nullness;
  private final LocalNames localNames;
  private final TypeForms forms;
  private final Set<NamedShape> begun = new LinkedHashSet<>();
  private final Map<NamedShape, Definition> definitions = new LinkedHashMap<>();

  /** The types without type arguments, which have the same shape at each mention. */
  private final Map<TypeElement, NamedShape> plain = new HashMap<>();

  private final Set<TypeElement> noted = new HashSet<>();
  private boolean deprecated;

  ShapeReader(Mirrors mirrors, Nullness nullness, LocalNames localNames, TypeForms forms) {
    this.mirrors = mirrors;
    this.nullness = nullness;
    this.localNames = localNames;
    this.forms = forms;
  }

  /** The types defined so far, in the order of their first use. */
  List<Definition> definitions() {
    return begun.stream().map(definitions::get).toList();
  }

  /** Returns whether any type read so far is deprecated. */
  boolean deprecated() {
    return deprecated;
  }

  /** Remembers whether a type that is mentioned, or any of its members, is deprecated. */
  void note(TypeElement type) {
    deprecated |= noted.add(type) && mentionsDeprecated(type);
  }

  private boolean mentionsDeprecated(TypeElement type) {
    return Stream.concat(
            Enclosing.types(type).stream(),
            mirrors.withSupertypes(type).stream()
                .flatMap(each -> each.getEnclosedElements().stream()))
        .anyMatch(each -> mirrors.elements().isDeprecated(each));
  }

  TypeShape read(TypeMirror type) {
    NamedShape known =
        type.getKind() == TypeKind.DECLARED ? plain.get(MoreTypes.asTypeElement(type)) : null;
    return known != null ? known : forms.of(type).match(new Shapes(type));
  }

  private NamedShape named(TypeMirror type) {
    TypeElement element = MoreTypes.asTypeElement(type);
    note(element);
    NamedShape shape =
        new NamedShape(
            mirrors.nameOf(element), Mirrors.argumentsOf(type).stream().map(this::read).toList());
    if (shape.arguments().isEmpty()) {
      plain.put(element, shape);
    }
    return shape;
  }

  /** Defines a type. If a type contains itself, its shape is known before its definition. */
  private NamedShape define(NamedShape shape, Function<NamedShape, Definition> definition) {
    if (begun.add(shape)) {
      definitions.put(shape, definition.apply(shape));
    }
    return shape;
  }

  /** Determines the shape of one type by its form; for a user's type, also the definition. */
  private final class Shapes implements TypeForm.Cases<TypeShape> {

    private final TypeMirror type;

    Shapes(TypeMirror type) {
      this.type = type;
    }

    @Override
    public TypeShape primitive(TypeForm.Primitive form) {
      return form.shape();
    }

    @Override
    public TypeShape standard(TypeForm.Standard form) {
      return form.shape();
    }

    @Override
    public TypeShape container(TypeForm.Container form) {
      return new ContainerShape(form.kind(), read(form.element()));
    }

    @Override
    public TypeShape map(TypeForm.MapOf form) {
      return new MapShape(form.kind(), read(form.key()), read(form.value()));
    }

    @Override
    public TypeShape array(TypeForm.ArrayOf form) {
      return new ArrayShape(read(form.component()));
    }

    @Override
    public TypeShape constants(TypeForm.EnumOf form) {
      return define(named(type), shape -> EnumReader.read(shape, form));
    }

    @Override
    public TypeShape databound(TypeForm.Databound form) {
      return define(named(type), DataboundDefinition::new);
    }

    @Override
    public TypeShape value(TypeForm.ValueOf form) {
      return define(
          named(type),
          shape ->
              new ValueDefinition(
                  shape,
                  new MembersOf(form.type()).read(form.value()),
                  form.making(),
                  isExtensible(form.type())));
    }

    @Override
    public TypeShape record(TypeForm.RecordOf form) {
      return define(
          named(type),
          shape ->
              new RecordDefinition(
                  shape,
                  form.components().stream().map(new MembersOf(form.type())::read).toList(),
                  forms.tag(form.type()),
                  form.making(),
                  isExtensible(form.type())));
    }

    @Override
    public TypeShape bean(TypeForm.BeanOf form) {
      return define(
          named(type),
          shape ->
              new BeanDefinition(
                  shape,
                  form.properties().stream().map(new MembersOf(form.type())::read).toList(),
                  forms.tag(form.type()),
                  isExtensible(form.type())));
    }

    @Override
    public TypeShape sealed(TypeForm.SealedOf form) {
      return define(
          named(type),
          shape ->
              new SealedDefinition(
                  shape,
                  form.property(),
                  form.subtypes().stream()
                      .map(each -> new Subtype((NamedShape) read(each.type()), each.tag()))
                      .toList()));
    }

    @Override
    public TypeShape unsupported(TypeForm.Unsupported form) {
      throw new IllegalStateException(type + " should have been refused: " + form);
    }
  }

  private static boolean isExtensible(TypeElement type) {
    return type.getKind() == ElementKind.CLASS
        && !type.getModifiers().contains(Modifier.FINAL)
        && !type.getModifiers().contains(Modifier.ABSTRACT);
  }

  /** Reads the members of one type. */
  private final class MembersOf {

    private final MemberReader rules;
    private final LocalNames.Scope names = localNames.ofMembers();

    MembersOf(TypeElement type) {
      this.rules = new MemberReader(mirrors.withSupertypes(type), nullness);
    }

    MemberModel read(TypeForm.Component component) {
      return new MemberModel(
          names.of(component.name()),
          rules.wireName(component),
          component.accessor(),
          ShapeReader.this.read(component.type()),
          rules.rules(component));
    }

    Property read(TypeForm.Property property) {
      boolean readable = !property.component().accessor().isEmpty();
      return new Property(read(property.component()), readable, property.setter());
    }
  }
}
