package io.callbox.processor.source;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** A method or constructor. */
public final class MethodSpec {

  /** What a constructor has in place of a name. */
  private static final String CONSTRUCTOR = "";

  private final String name;
  private final TypeName returned;
  private final CodeBlock javadoc;
  private final List<AnnotationSpec> annotations;
  private final Set<Modifier> modifiers;
  private final List<ParameterSpec> parameters;
  private final boolean varargs;
  private final List<TypeName> exceptions;
  private final CodeBlock code;

  private MethodSpec(Builder builder) {
    this.name = builder.name;
    this.returned = builder.returned;
    this.javadoc = builder.javadoc.build();
    this.annotations = List.copyOf(builder.annotations);
    this.modifiers = EnumSet.copyOf(builder.modifiers);
    this.parameters = List.copyOf(builder.parameters);
    this.varargs = builder.varargs;
    this.exceptions = List.copyOf(builder.exceptions);
    this.code = builder.code.build();
  }

  /** A method that returns nothing until something else is said. */
  public static Builder methodBuilder(String name) {
    return new Builder(name);
  }

  /** A constructor. */
  public static Builder constructorBuilder() {
    return new Builder(CONSTRUCTOR);
  }

  /** Whether it is a constructor. */
  public boolean isConstructor() {
    return name.equals(CONSTRUCTOR);
  }

  /** Its modifiers. */
  public Set<Modifier> modifiers() {
    return modifiers;
  }

  /** The same, to be changed. */
  public Builder toBuilder() {
    Builder builder = new Builder(name).returns(returned).varargs(varargs).addCode(code);
    builder.javadoc.add(javadoc);
    builder.annotations.addAll(annotations);
    builder.modifiers.addAll(modifiers);
    builder.parameters.addAll(parameters);
    builder.exceptions.addAll(exceptions);
    return builder;
  }

  /** Writes it as one of a class. */
  void writeTo(SourceWriter out, String owner) {
    out.writeJavadoc(javadoc);
    annotations.forEach(annotation -> annotation.writeTo(out));
    out.write(modifiers);
    if (!isConstructor()) {
      returned.writeTo(out);
      out.write(" ");
    }
    out.write(isConstructor() ? owner : name);
    out.write("(");
    out.wrapWithoutBlank();
    for (int at = 0; at < parameters.size(); at++) {
      if (at > 0) {
        out.write(",");
        out.wrap();
      }
      parameters.get(at).writeTo(out, varargs && at == parameters.size() - 1);
    }
    out.write(")");
    writeExceptions(out);
    out.write(" {\n");
    out.write(CodeBlock.Sign.INDENT);
    code.writeTo(out);
    out.write(CodeBlock.Sign.UNINDENT);
    out.write("}\n");
  }

  private void writeExceptions(SourceWriter out) {
    String before = "throws";
    for (TypeName exception : exceptions) {
      if (before.equals("throws")) {
        out.wrap();
      }
      out.write(before);
      out.wrap();
      exception.writeTo(out);
      before = ",";
    }
  }

  /** Collects what a method has. For one thread. */
  public static final class Builder {

    private final String name;
    private TypeName returned = PrimitiveName.VOID;
    private final CodeBlock.Builder javadoc = CodeBlock.builder();
    private final List<AnnotationSpec> annotations = new ArrayList<>();
    private final Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    private final List<ParameterSpec> parameters = new ArrayList<>();
    private boolean varargs;
    private final List<TypeName> exceptions = new ArrayList<>();
    private final CodeBlock.Builder code = CodeBlock.builder();

    private Builder(String name) {
      this.name = name;
    }

    /** Adds to what is said of it. */
    public Builder addJavadoc(String format, Object... arguments) {
      javadoc.add(format, arguments);
      return this;
    }

    /** Adds an annotation without a value. */
    public Builder addAnnotation(ClassName type) {
      return addAnnotation(AnnotationSpec.of(type));
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

    /** Says what it returns. */
    public Builder returns(TypeName type) {
      returned = type;
      return this;
    }

    /** Adds a parameter. */
    public Builder addParameter(TypeName type, String parameter) {
      parameters.add(new ParameterSpec(type, parameter));
      return this;
    }

    /** Whether it takes any number of its last parameter, which is an array. */
    public Builder varargs(boolean any) {
      varargs = any;
      return this;
    }

    /** Adds an exception that it throws. */
    public Builder addException(TypeName exception) {
      exceptions.add(exception);
      return this;
    }

    /** Adds code. */
    public Builder addCode(String format, Object... arguments) {
      code.add(format, arguments);
      return this;
    }

    /** Adds code. */
    public Builder addCode(CodeBlock block) {
      code.add(block);
      return this;
    }

    /** Adds a statement. */
    public Builder addStatement(String format, Object... arguments) {
      code.addStatement(format, arguments);
      return this;
    }

    /** Adds a statement. */
    public Builder addStatement(CodeBlock statement) {
      code.addStatement(statement);
      return this;
    }

    /** What was collected. */
    public MethodSpec build() {
      return new MethodSpec(this);
    }
  }
}
