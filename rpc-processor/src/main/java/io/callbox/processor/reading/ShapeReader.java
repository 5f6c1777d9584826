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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Reads validated types, and collects the definitions of the user's. One for each service; for one
 * thread.
 */
final class ShapeReader {

  private final Mirrors mirrors;
  private final Nullness nullness;
  private final LocalNames localNames;
  private final TypeForms forms;
  private final Set<NamedShape> begun = new LinkedHashSet<>();
  private final Map<NamedShape, Definition> definitions = new LinkedHashMap<>();
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

  /** Whether any type read so far is deprecated. */
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
    TypeForm form = forms.of(type);
    if (form instanceof TypeForm.Primitive primitive) {
      return primitive.shape();
    } else if (form instanceof TypeForm.Standard standard) {
      return standard.shape();
    } else if (form instanceof TypeForm.Container container) {
      return new ContainerShape(container.kind(), read(container.element()));
    } else if (form instanceof TypeForm.MapOf map) {
      return new MapShape(map.kind(), read(map.key()), read(map.value()));
    } else if (form instanceof TypeForm.ArrayOf array) {
      return new ArrayShape(read(array.component()));
    }
    return define(named(type), form);
  }

  private NamedShape named(TypeMirror type) {
    TypeElement element = MoreTypes.asTypeElement(type);
    note(element);
    return new NamedShape(
        mirrors.nameOf(element), Mirrors.argumentsOf(type).stream().map(this::read).toList());
  }

  private NamedShape define(NamedShape shape, TypeForm form) {
    if (begun.add(shape)) {
      definitions.put(shape, definition(shape, form));
    }
    return shape;
  }

  private Definition definition(NamedShape shape, TypeForm form) {
    if (form instanceof TypeForm.EnumOf constants) {
      return EnumReader.read(shape, constants);
    } else if (form instanceof TypeForm.Databound) {
      return new DataboundDefinition(shape);
    } else if (form instanceof TypeForm.ValueOf value) {
      return new ValueDefinition(
          shape,
          new MembersOf(value.type()).read(value.value()),
          value.making(),
          isExtensible(value.type()));
    } else if (form instanceof TypeForm.RecordOf record) {
      MembersOf members = new MembersOf(record.type());
      return new RecordDefinition(
          shape,
          record.components().stream().map(members::read).toList(),
          forms.tag(record.type()),
          record.making(),
          isExtensible(record.type()));
    } else if (form instanceof TypeForm.BeanOf bean) {
      MembersOf members = new MembersOf(bean.type());
      return new BeanDefinition(
          shape,
          bean.properties().stream().map(members::read).toList(),
          forms.tag(bean.type()),
          isExtensible(bean.type()));
    } else if (form instanceof TypeForm.SealedOf closed) {
      return new SealedDefinition(
          shape,
          closed.property(),
          closed.subtypes().stream()
              .map(each -> new Subtype((NamedShape) read(each.type()), each.tag()))
              .toList());
    }
    throw new IllegalStateException(shape + " should have been refused: " + form);
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
