package io.callbox.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever generated code cannot keep to is named in a warning, and never ignored. */
final class DatabindReasonsTest {

  static Stream<Arguments> left() {
    return Stream.of(
        left("@JsonFormat", "record A(@JsonFormat(pattern = \"yyyy\") Instant a) {}"),
        left("@JsonUnwrapped", "record A(@JsonUnwrapped B a) {} record B(int b) {}"),
        left(
            "@JsonAnyGetter, @JsonAnySetter",
            "class A { @JsonAnyGetter public Map<String, String> a() { return null; } @JsonAnySetter void b(String c, String d) {} }"),
        left(
            "@JsonNaming",
            "@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class) record A(int aB) {}"),
        left(
            "@JsonAutoDetect",
            "@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY) class A {}"),
        left(
            "@JsonInclude(NON_DEFAULT)",
            "@JsonInclude(JsonInclude.Include.NON_DEFAULT) record A(int a) {}"),
        left(
            "@JsonInclude(content = NON_NULL)",
            "record A(@JsonInclude(content = JsonInclude.Include.NON_NULL) Map<String, String> a) {}"),
        left(
            "@JsonProperty(access = READ_ONLY)",
            "record A(@JsonProperty(access = JsonProperty.Access.READ_ONLY) int a) {}"),
        left(
            "@JsonIgnoreProperties on a member",
            "record A(@JsonIgnoreProperties(\"b\") B a) {} record B(int b, int c) {}"),
        left(
            "@JsonTypeInfo(use = DEDUCTION)",
            "@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION) @JsonSubTypes(@JsonSubTypes.Type(B.class)) interface A {} record B(int b) implements A {}"),
        left(
            "@JsonTypeInfo(include = WRAPPER_OBJECT)",
            "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT) sealed interface A {} record B(int b) implements A {}"),
        left(
            "@JsonTypeInfo(visible = true)",
            "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, visible = true) sealed interface A {} record B(int b) implements A {}"),
        left(
            "@JsonTypeInfo(defaultImpl = …)",
            "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, defaultImpl = B.class) sealed interface A {} record B(int b) implements A {}"),
        left(
            "@JsonTypeInfo on what is no interface or abstract class",
            "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME) record A(int a) {}"),
        left(
            "a subtype, B, that is left to databind",
            "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME) @JsonSubTypes(@JsonSubTypes.Type(B.class)) sealed interface A {} record B(@JsonFormat int b) implements A {}"),
        left(
            "@Short, which stands for annotations of Jackson's",
            "record A(@Short int a) {} @JacksonAnnotationsInside @JsonFormat @interface Short {}"),
        left("@JsonFormat", "record A(int a) implements B {} interface B { @JsonFormat int a(); }"),
        left("@JsonProperty on a", "class A { @JsonProperty private int a; }"),
        left(
            "@JsonProperty on all",
            "record A(int a) { @JsonProperty(\"b\") public int all() { return 0; } }"),
        left(
            "a without a public setter",
            "class A { private int a; public int getA() { return a; } }"),
        left(
            "a without a public setter",
            "class A { public final int a = 1; public int getA() { return a; } }"),
        left(
            "a, whose field is of another type than its getter returns",
            "class A { public int a; public long getA() { return a; } }"),
        left(
            "b without a public setter",
            "class A { public int b; private final int c; @JsonCreator A(@JsonProperty(\"c\") int c) { this.c = c; } public int getB() { return b; } public int getC() { return c; } }"),
        left(
            "a without a public setter", "class A { public List<String> getA() { return null; } }"),
        left(
            "a without a public setter",
            "class A { public int getA() { return 0; } void setA(int a) {} }"),
        left(
            "a, whose setter takes another type than its getter returns",
            "class A { public Optional<String> getA() { return null; } public void setA(String a) {} }"),
        left(
            "a with two names",
            "class A { @JsonProperty(\"b\") public int getA() { return 0; } @JsonProperty(\"c\") public void setA(int a) {} }"),
        left(
            "a with both @JsonIgnore and @JsonProperty",
            "class A { @JsonIgnore public int getA() { return 0; } @JsonProperty(\"a\") public void setA(int a) {} }"),
        left(
            "more than one @JsonCreator",
            "class A { @JsonCreator public A(@JsonProperty(\"a\") int a) {} @JsonCreator public static A of(@JsonProperty(\"a\") String a) { return null; } }"),
        left(
            "a @JsonCreator that generated code cannot call",
            "class A { @JsonCreator private A(@JsonProperty(\"a\") int a) {} }"),
        left(
            "a @JsonCreator that takes a of another type",
            "class A { @JsonCreator public A(@JsonProperty(\"a\") String a) {} public int getA() { return 0; } }"),
        left(
            "a setter for b beside its @JsonCreator",
            "class A { @JsonCreator public A(@JsonProperty(\"a\") int a) {} public int getA() { return 0; } public void setB(int b) {} }"),
        left(
            "a field b beside its @JsonCreator",
            "class A { public int b; @JsonCreator public A(@JsonProperty(\"a\") int a) {} }"),
        left(
            "a delegating @JsonCreator without @JsonValue",
            "record A(int a) { @JsonCreator public static A of(String a) { return null; } }"),
        left(
            "@JsonValue without a @JsonCreator that takes the same type",
            "class A { @JsonValue public String a() { return \"\"; } }"),
        left(
            "@JsonValue that is neither text nor an int or long",
            "enum A { X; @JsonValue public double a() { return 1; } }"),
        left(
            "@JsonValue on what generated code cannot call",
            "class A { @JsonValue private String a; public A(String a) {} }"));
  }

  private static Arguments left(String reason, String types) {
    return Arguments.of(reason, types);
  }

  @ParameterizedTest
  @MethodSource("left")
  void isNamed(String reason, String types) {
    Compilation compilation = compile(types);
    assertThat(compilation).succeeded();
    assertThat(compilation).hadWarningContaining("RPC034: value is A, which has " + reason + ": ");
    assertEquals(1, compilation.warnings().size(), () -> compilation.warnings().toString());
  }

  @Test
  void typeThatDatabindDoesNotKnowOrCannotCreateIsRefused() {
    JavaFileObject newer =
        JavaFileObjects.forSourceString(
            "tools.jackson.databind.annotation.JsonNaming",
            "package tools.jackson.databind.annotation; public @interface JsonNaming {}");
    assertThat(compile("@tools.jackson.databind.annotation.JsonNaming record A(int a) {}", newer))
        .hadErrorContaining("RPC024: value is a.A, a class that does not say what travels: it has");
    assertThat(
            compile(
                "class A { private int a; public A(int a) {} @JsonFormat public int getA() { return 1; } }"))
        .hadErrorContaining(
            "it has @JsonFormat, which Jackson's databind keeps to, but that needs a constructor"
                + " without parameters, or one marked with @JsonCreator");
  }

  @Test
  void annotationWithoutEffectOnTheFormIsLeftAlone() {
    Compilation compilation =
        compile(
            """
            @JsonRootName("x") @JsonPropertyOrder("b") @JsonClassDescription("y")
            record A(@JsonPropertyDescription("z") @JsonProperty(index = 1) int a, B b) {}
            @JsonIgnoreType record B(int b) {}
            """);
    assertThat(compilation).succeededWithoutWarnings();
  }

  private static Compilation compile(String types, JavaFileObject... others) {
    return javac()
        .withOptions("-parameters")
        .withProcessors(new RemoteServiceProcessor())
        .compile(
            Stream.concat(
                    Stream.of(others),
                    Stream.of(
                        JavaFileObjects.forSourceString(
                            "a.S",
                            """
            package a;
            import com.fasterxml.jackson.annotation.*;
            import com.fasterxml.jackson.databind.*;
            import com.fasterxml.jackson.databind.annotation.*;
            import java.time.*;
            import java.util.*;
            @io.callbox.annotation.RemoteService interface S { void s(A value); }
            """
                                + types)))
                .toArray(JavaFileObject[]::new));
  }
}
