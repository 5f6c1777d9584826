package io.callbox.processor.parity;

import java.util.ArrayList;
import java.util.List;

/**
 * A type that a contract may mention, with one of its members varied.
 *
 * @param name the type's name, and what is varied
 * @param source its file in package {@code far}; the type has a method {@code sample}
 */
record Shape(String name, String source) {

  private static final List<String> VISIBILITIES = List.of("public", "protected", "", "private");
  private static final List<String> THROWN =
      List.of("IOException", "Exception", "IllegalStateException", "Throwable", "Hidden");
  private static final List<String> MARKS =
      List.of("@Deprecated", "@Deprecated(forRemoval = true)", "<T> ");

  /** What varies stands in for {@code $A} (annotations), {@code $V}, {@code $G} and {@code $T}. */
  private static final List<String> TEMPLATES =
      List.of(
          // constructors
          "public class $N { $A private int a = 1; $A $V $G $N() $T {} public int getA() { return a; } public void setA(int b) { a = b; } $S new $N(); } }",
          "public class $N { private final int a; $A $V $G $N(int a) $T { this.a = a; } public int getA() { return a; } $S new $N(3); } }",
          "public class $N { private final int a; @JsonCreator $A $V $G $N(@JsonProperty(\"a\") int a) $T { this.a = a; } public int getA() { return a; } $S new $N(3); } }",
          "public class $N { private final String a; @JsonCreator $A $V $G $N(String a) $T { this.a = a; } @JsonValue public String a() { return a; } $S new $N(\"x\"); } }",
          "public class $N { protected int a = 1; $A $V $G $N() $T {} public $N(int a) { this.a = a; } public int getA() { return a; } $S new $N(2); } }",
          // factories
          "public class $N { private final int a; private $N(int a) { this.a = a; } @JsonCreator $A $V static $G $N of(@JsonProperty(\"a\") int a) $T { return new $N(a); } public int getA() { return a; } $S of(3); } }",
          "public record $N(int a) { @JsonCreator $A $V static $G $N of(@JsonProperty(\"a\") int a) $T { return new $N(a); } $S of(3); } }",
          "public abstract class $N { @JsonCreator $A $V static $G $N of(@JsonProperty(\"a\") int a) $T { return new Made$N(a); } public abstract int getA(); $S of(3); } } @SuppressWarnings({\"deprecation\", \"removal\"}) final class Made$N extends $N { private final int a; Made$N(int a) { this.a = a; } @Override public int getA() { return a; } }",
          "public enum $N { X, Y; @JsonValue public String a() { return name() + 1; } @JsonCreator $A $V static $G $N of(String a) $T { return valueOf(a.substring(0, 1)); } $S Y; } }",
          // getters
          "public class $N { private int a = 1; $A $V $G int getA() $T { return a; } public void setA(int b) { a = b; } public int b; $S new $N(); } }",
          "public class $N { private final int a; public $N(int a) { this.a = a; } $A $V $G int getA() $T { return a; } $S new $N(3); } }",
          "public class $N { private final int a; @JsonCreator public $N(@JsonProperty(\"a\") int a) { this.a = a; } @JsonProperty $A $V $G int a() $T { return a; } $S new $N(3); } }",
          "public record $N(int a) { $A $V $G int getB() $T { return a; } $S new $N(3); } }",
          "public abstract class $N { @JsonCreator public static $N of(@JsonProperty(\"a\") int a) { return new Made$N(a); } @JsonProperty $A $P abstract int a() $T; $S of(3); } } @SuppressWarnings({\"deprecation\", \"removal\"}) final class Made$N extends $N { private final int a; Made$N(int a) { this.a = a; } @JsonProperty @Override public int a() { return a; } }",
          "public class $N { public final String a; public $N(String a) { this.a = a; } @JsonValue $A $V $G String b() $T { return a; } $S new $N(\"x\"); } }",
          "public enum $N { X, Y; @JsonValue $A $V $G String a() $T { return name() + 1; } $S Y; } }",
          // setters
          "public class $N { private int a = 1; public int getA() { return a; } $A $V $G void setA(int b) $T { a = b; } $S new $N(); } }",
          "public class $N { public int b; private int a = 1; @JsonProperty $A $V $G void setA(int b) $T { a = b; } $S new $N(); } }",
          // fields
          "public class $N { $A $V int a = 1; public int b = 2; $S new $N(); } }",
          "public class $N { $A $V int a; public int b; public int getA() { return a; } public void setA(int b) { a = b; } $S new $N(); } }",
          "public class $N { public int a = 1; $A $V $G int getA() $T { return Math.abs(a); } static $N of() { $N made = new $N(); made.a = -3; return made; } $S of(); } }",
          "public class $N { $A $V int a = 1; public int b = 2; public int getA() { return Math.abs(a); } static $N of() { $N made = new $N(); made.a = -3; return made; } $S of(); } }",
          // superclasses
          "public class $N extends Base$N { $S new $N(); } } class Base$N { private int a = 2; $A public int b; $A $V $G int getA() $T { return a; } public void setA(int b) { a = b; } }",
          "public record $N(int a) implements Side$N { $S new $N(2); } } interface Side$N { $A default $G int getB() $T { return 7; } }",
          // types
          "public class $N { public Inner in = new Inner(); $A $V static class Inner { public int x = 3; } $S new $N(); } }",
          "public record $N(java.util.List<Inner> in) { $A $V record Inner(int x) {} $S new $N(java.util.List.of(new Inner(1))); } }",
          "public record $N(java.util.Map<Inner, Integer> in) { $A $V enum Inner { X } $S new $N(java.util.Map.of(Inner.X, 1)); } }",
          "public record $N(Inner in) { @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME) @JsonSubTypes(@JsonSubTypes.Type($N.Leaf.class)) $A $V sealed interface Inner permits Leaf {} public record Leaf(int x) implements Inner {} $S new $N(new Leaf(1)); } }",
          "public record $N(Inner in) { @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME) @JsonSubTypes(@JsonSubTypes.Type($N.Leaf.class)) public sealed interface Inner permits Leaf {} $A $V record Leaf(int x) implements Inner {} $S new $N(new Leaf(1)); } }",
          "public record $N(@JsonIgnore Inner in, int b) { $A $V static class Inner { public int x; } $S new $N(new Inner(), 2); } }");

  /**
   * All types, each with one of its members varied.
   *
   * @param visibilities whether only visibilities vary, which are all that a package matters to
   */
  static List<Shape> all(boolean visibilities) {
    List<Shape> shapes = new ArrayList<>();
    for (int number = 0; number < TEMPLATES.size(); number++) {
      String template = TEMPLATES.get(number);
      List<Shape> variants = new ArrayList<>();
      int of = number;
      VISIBILITIES.forEach(
          each -> variants.add(of(of, variants.size(), template, "", each, "", "")));
      if (visibilities) {
        shapes.addAll(variants.stream().filter(Shape::isJava).toList());
        continue;
      }
      THROWN.forEach(
          each ->
              variants.add(of(of, variants.size(), template, "", "public", "", "throws " + each)));
      MARKS.forEach(
          each -> {
            boolean generic = each.startsWith("<");
            String mark = generic ? "" : each;
            variants.add(
                of(of, variants.size(), template, mark, "public", generic ? each : "", ""));
          });
      shapes.addAll(variants.stream().filter(Shape::isJava).toList());
    }
    return shapes.stream().distinct().toList();
  }

  /** Abstract methods cannot be private. */
  private boolean isJava() {
    return !source.contains("private abstract");
  }

  private static Shape of(
      int number,
      int variant,
      String template,
      String mark,
      String visible,
      String generic,
      String thrown) {
    String name = "T" + number + "V" + variant;
    String body =
        template
            .replace("$S", "public static $N sample() throws Throwable { return ")
            .replace("$N", name)
            .replace("$A", mark)
            .replace("$V", visible)
            .replace("$P", visible)
            .replace("$G", generic)
            .replace("$T", thrown);
    return new Shape(
        name,
        """
        package far;
        import com.fasterxml.jackson.annotation.*;
        import java.io.IOException;
        @SuppressWarnings({"deprecation", "removal", "serial"})
        %s
        """
            .formatted(body));
  }

  /** The line of a contract that gives back what it is given. */
  String method() {
    return "far.%s echo%s(far.%s value);".formatted(name, name, name);
  }
}
