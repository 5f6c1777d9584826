package io.callbox.processor.source;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** A class. */
public final class TypeSpec {

  private final String name;
  private final CodeBlock javadoc;
  private final List<AnnotationSpec> annotations;
  private final Set<Modifier> modifiers;
  private final List<TypeName> superinterfaces;
  private final List<FieldSpec> fields;
  private final List<MethodSpec> methods;
  private final List<TypeSpec> nested;

  private TypeSpec(Builder builder) {
    this.name = builder.name;
    this.javadoc = builder.javadoc.build();
    this.annotations = List.copyOf(builder.annotations);
    this.modifiers = EnumSet.copyOf(builder.modifiers);
    this.superinterfaces = List.copyOf(builder.superinterfaces);
    this.fields = List.copyOf(builder.fields);
    this.methods = List.copyOf(builder.methods);
    this.nested = List.copyOf(builder.nested);
  }

  /** A class of this simple name. */
  public static Builder classBuilder(String name) {
    return new Builder(name);
  }

  /** A class of this name, which is not nested. */
  public static Builder classBuilder(ClassName name) {
    return new Builder(name.outermost());
  }

  /** Its simple name. */
  public String name() {
    return name;
  }

  /** Its methods and constructors. */
  public List<MethodSpec> methods() {
    return methods;
  }

  /** The classes that are nested in it. */
  public List<TypeSpec> nested() {
    return nested;
  }

  /** The same, to be changed. */
  public Builder toBuilder() {
    Builder builder = new Builder(name).addMethods(methods);
    builder.javadoc.add(javadoc);
    builder.annotations.addAll(annotations);
    builder.modifiers.addAll(modifiers);
    builder.superinterfaces.addAll(superinterfaces);
    builder.fields.addAll(fields);
    builder.nested.addAll(nested);
    return builder;
  }

  /** Writes static fields first, then other fields, constructors, methods, nested classes. */
  void writeTo(SourceWriter out) {
    out.writeJavadoc(javadoc);
    annotations.forEach(annotation -> annotation.writeTo(out));
    out.write(modifiers);
    out.write("class ");
    out.write(name);
    String before = " implements ";
    for (TypeName superinterface : superinterfaces) {
      out.write(before);
      superinterface.writeTo(out);
      before = ", ";
    }
    out.write(" {\n");
    out.write(CodeBlock.Sign.INDENT);
    writeMembersTo(out);
    out.write(CodeBlock.Sign.UNINDENT);
    out.write("}\n");
  }

  private void writeMembersTo(SourceWriter out) {
    List<Runnable> members = new ArrayList<>();
    fields.stream()
        .filter(FieldSpec::isStatic)
        .forEach(field -> members.add(() -> field.writeTo(out)));
    fields.stream()
        .filter(field -> !field.isStatic())
        .forEach(field -> members.add(() -> field.writeTo(out)));
    methods.stream()
        .filter(MethodSpec::isConstructor)
        .forEach(constructor -> members.add(() -> constructor.writeTo(out, name)));
    methods.stream()
        .filter(method -> !method.isConstructor())
        .forEach(method -> members.add(() -> method.writeTo(out, name)));
    nested.forEach(type -> members.add(() -> type.writeTo(out)));
    String before = "";
    for (Runnable member : members) {
      out.write(before);
      member.run();
      before = "\n";
    }
  }

  /** Collects what a class has. For one thread. */
  public static final class Builder {

    private final String name;
    private final CodeBlock.Builder javadoc = CodeBlock.builder();
    private final List<AnnotationSpec> annotations = new ArrayList<>();
    private final Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    private final List<TypeName> superinterfaces = new ArrayList<>();
    private final List<FieldSpec> fields = new ArrayList<>();
    private final List<MethodSpec> methods = new ArrayList<>();
    private final List<TypeSpec> nested = new ArrayList<>();

    private Builder(String name) {
      this.name = name;
    }

    /** Adds to what is said of it. */
    public Builder addJavadoc(String format, Object... arguments) {
      javadoc.add(format, arguments);
      return this;
    }

    /** Adds an annotation. */
    public Builder addAnnotation(AnnotationSpec annotation) {
      annotations.add(annotation);
      return this;
    }

    /** Adds modifiers. */
    public Builder addModifiers(Modifier... more) {
      modifiers.addAll(List.of(more));
      return this;
    }

    /** Adds an interface that it implements. */
    public Builder addSuperinterface(TypeName type) {
      superinterfaces.add(type);
      return this;
    }

    /** Adds a field that a constructor sets. */
    public Builder addField(TypeName type, String field, Modifier... more) {
      return addField(FieldSpec.of(type, field, CodeBlock.of(""), more));
    }

    /** Adds a field. */
    public Builder addField(FieldSpec field) {
      fields.add(field);
      return this;
    }

    /** Adds a method or constructor. */
    public Builder addMethod(MethodSpec method) {
      methods.add(method);
      return this;
    }

    /** Adds methods and constructors. */
    public Builder addMethods(List<MethodSpec> more) {
      methods.addAll(more);
      return this;
    }

    /** Replaces all methods and constructors. */
    public Builder methods(List<MethodSpec> instead) {
      methods.clear();
      return addMethods(instead);
    }

    /** Adds a nested class. */
    public Builder addType(TypeSpec type) {
      nested.add(type);
      return this;
    }

    /** What was collected. */
    public TypeSpec build() {
      return new TypeSpec(this);
    }
  }
}
