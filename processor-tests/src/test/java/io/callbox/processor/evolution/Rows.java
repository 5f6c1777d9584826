package io.callbox.processor.evolution;

import static io.callbox.processor.evolution.Row.ofMethods;
import static io.callbox.processor.evolution.Row.ofType;

import java.util.List;

/** Every kind of change that a contract can undergo. */
final class Rows {

  static final List<Row> OF_TYPES =
      List.of(
          ofType(
              "a component that is a reference is added",
              "record V(String a) {}",
              "record V(String a, String b) {}",
              "E E E"),
          ofType(
              "a component that is a reference is removed",
              "record V(String a, String b) {}",
              "record V(String a) {}",
              "E E E"),
          ofType(
              "a primitive component is added",
              "record V(String a) {}",
              "record V(String a, int b) {}",
              "C W N"),
          ofType(
              "a primitive component is removed",
              "record V(String a, int b) {}",
              "record V(String a) {}",
              "W C N"),
          ofType(
              "a `@NonNull` component is added",
              "record V(String a) {}",
              "record V(String a, @NonNull String b) {}",
              "C W N"),
          ofType(
              "a component is renamed",
              "record V(String a, int n) {}",
              "record V(String b, int n) {}",
              "N N N"),
          ofType(
              "a primitive component is renamed",
              "record V(String a, int n) {}",
              "record V(String a, int m) {}",
              "N N N"),
          ofType(
              "a component is renamed, `@JsonProperty` keeps the name",
              "record V(String a) {}",
              "record V(@JsonProperty(\"a\") String b) {}",
              "E E E"),
          ofType(
              "a component is renamed, `@JsonAlias` reads the old name",
              "record V(String a) {}",
              "record V(@JsonAlias(\"a\") String b) {}",
              "W C N"),
          ofType(
              "components change places",
              "record V(String a, String b) {}",
              "record V(String b, String a) {}",
              "E E E"),
          ofType(
              "a constructor refuses what it took",
              "record V(String a) {}",
              "record V(String a) { public V { if (a == null) throw new NullPointerException(); } }",
              "C W N"),
          ofType(
              "a record is renamed",
              "record V(Inner in) {} record Inner(String a) {}",
              "record V(Within in) {} record Within(String a) {}",
              "E E E"),
          ofType("`int` becomes `long`", "int", "long", "W C N"),
          ofType("`long` becomes `int`", "long", "int", "C W N"),
          ofType("`int` becomes `double`", "int", "double", "W C N"),
          ofType("`long` becomes `BigDecimal`", "long", "BigDecimal", "W C N"),
          ofType("`int` becomes `String`", "int", "String", "N N N"),
          ofType("`int` becomes `Integer`", "int", "Integer", "W C N"),
          ofType("`Integer` becomes `int`", "Integer", "int", "C W N"),
          ofType("a type becomes a list of it", "String", "List<String>", "N N N"),
          ofType("`List` becomes `Set`", "List<String>", "Set<String>", "E E E"),
          ofType("`List` becomes `SortedSet`", "List<String>", "SortedSet<String>", "C W N"),
          ofType("`Instant` becomes `OffsetDateTime`", "Instant", "OffsetDateTime", "E E E"),
          ofType("`String` becomes `UUID`", "String", "UUID", "C W N"),
          ofType("a type becomes an `Optional` of it", "String", "Optional<String>", "E E E"),
          ofType(
              "a result becomes a `CompletableFuture`",
              "String",
              "CompletableFuture<String>",
              "E E E"),
          ofType("a constant is added to an enum", "enum V { A }", "enum V { A, B }", "W C N"),
          ofType(
              "a constant is added to an enum that has a default",
              "enum V { @JsonEnumDefaultValue A }",
              "enum V { @JsonEnumDefaultValue A, B }",
              "E E E"),
          ofType("a constant is removed from an enum", "enum V { A, B }", "enum V { A }", "C W N"),
          ofType(
              "a constant is added to an enum that names entries of a map",
              "record V(Map<K, String> m) {} enum K { A }",
              "record V(Map<K, String> m) {} enum K { A, B }",
              "W C N"),
          ofType(
              "keys of a map become `long` from `int`",
              "record V(Map<Integer, String> m) {}",
              "record V(Map<Long, String> m) {}",
              "W C N"),
          ofType(
              "a record becomes a map",
              "record V(String a, String b) {}",
              "Map<String, String>",
              "W C N"),
          ofType("`String` becomes an enum with codes", "String", coded("V"), "C W N"),
          ofType(
              "`Integer` becomes an enum with codes of `int`",
              "Integer",
              numbered("int", "2"),
              "C W N"),
          ofType(
              "an enum with codes of `int` becomes `Long`", numbered("int", "2"), "Long", "W C N"),
          ofType(
              "`Integer` becomes an enum with codes of `long`",
              "Integer",
              numbered("long", "3000000000L"),
              "N N N"),
          ofType(
              "an enum with codes is renamed",
              "record V(K k) {} " + coded("K"),
              "record V(L k) {} " + coded("L"),
              "E E E"),
          ofType(
              "`String` becomes a record in its place",
              "String",
              "record V(@JsonValue String text) {}",
              "E E E"),
          ofType(
              "`Long` becomes a record in its place that checks it",
              "Long",
              "record V(@JsonValue Long n) {"
                  + " public V { if (Objects.equals(n, Long.MAX_VALUE))"
                  + " throw new IllegalArgumentException(); } }",
              "C W N"),
          ofType(
              "a component is added, `@JsonAlias` names another that stays",
              "record V(int a) {}",
              "record V(int a, @JsonAlias(\"a\") int b) {}",
              "C W N"),
          ofType("an enum becomes `String`", "enum V { A }", "String", "W C N"),
          ofType(
              "a subtype is added to a sealed interface",
              "sealed interface V {} record A(int n) implements V {}",
              "sealed interface V {} record A(int n) implements V {} record B(int n) implements V {}",
              "W C N"),
          ofType(
              "a subtype is removed from a sealed interface",
              "sealed interface V {} record A(int n) implements V {} record B(int n) implements V {}",
              "sealed interface V {} record A(int n) implements V {}",
              "C W N"),
          ofType(
              "a subtype is renamed",
              "sealed interface V {} record A(int n) implements V {}",
              "sealed interface V {} record B(int n) implements V {}",
              "N N N"),
          ofType(
              "a subtype is renamed, `@JsonTypeName` keeps the name",
              "sealed interface V {} record A(int n) implements V {}",
              "sealed interface V {} @JsonTypeName(\"A\") record B(int n) implements V {}",
              "E E E"),
          ofType(
              "a record becomes a sealed interface of it",
              "record V(int n) {}",
              "sealed interface V {} record A(int n) implements V {}",
              "C W N"));

  static final List<Row> OF_METHODS =
      List.of(
          ofMethods(
              "a method is added", "String a(String x);", "String a(String x); int b();", "W"),
          ofMethods(
              "a method is removed", "String a(String x); int b();", "String a(String x);", "C"),
          ofMethods("a method is renamed", "String a(String x);", "String b(String x);", "N"),
          ofMethods(
              "a method is renamed, `@RemoteMethod` keeps the name",
              "String a(String x);",
              "@RemoteMethod(name = \"a\") String b(String x);",
              "E"),
          ofMethods("the service is renamed", "String a(String x);", "String a(String x);", "N")
              .withNewName("Renamed"),
          ofMethods(
              "a parameter that is a reference is added",
              "String a(String x);",
              "String a(String x, String y);",
              "E"),
          ofMethods(
              "a parameter that is a reference is removed",
              "String a(String x, String y);",
              "String a(String x);",
              "E"),
          ofMethods(
              "a primitive parameter is added",
              "String a(String x);",
              "String a(String x, int y);",
              "C"),
          ofMethods(
              "a primitive parameter is removed",
              "String a(String x, int y);",
              "String a(String x);",
              "W"),
          ofMethods("a parameter is renamed", "String a(String x);", "String a(String y);", "N"),
          ofMethods(
              "a primitive parameter is renamed", "String a(int x);", "String a(int y);", "N"),
          ofMethods(
              "a parameter is renamed, `@Param` keeps the name",
              "String a(String x);",
              "String a(@Param(\"x\") String y);",
              "E"),
          ofMethods(
              "parameters change places",
              "String a(String x, String y);",
              "String a(String y, String x);",
              "E"),
          ofMethods(
              "`@NonNull` is added to a parameter",
              "String a(String x);",
              "String a(@NonNull String x);",
              "C"),
          ofMethods("`void` becomes `String`", "void a();", "String a();", "E"),
          ofMethods("`void` becomes `int`", "void a();", "int a();", "W"),
          ofMethods("`int` becomes `void`", "int a();", "void a();", "C"),
          ofMethods("`void` becomes `@OneWay`", "void a();", "@OneWay void a();", "E"),
          ofMethods("`@OneWay` becomes `void`", "@OneWay void a();", "void a();", "E"),
          ofMethods("`@Idempotent` is added", "int a();", "@Idempotent int a();", "E"),
          ofMethods(
              "another exception is declared",
              "void a(); " + exception("X", ""),
              "void a() throws X; " + exception("X", ""),
              "C"),
          ofMethods(
              "an exception is no longer declared",
              "void a() throws X; " + exception("X", ""),
              "void a(); " + exception("X", ""),
              "W"),
          ofMethods(
              "an exception is renamed",
              "void a() throws X; " + exception("X", ""),
              "void a() throws Y; " + exception("Y", ""),
              "N"),
          ofMethods(
              "a primitive field is added to an exception",
              "void a() throws X; " + exception("X", ""),
              "void a() throws X; " + exception("X", "int"),
              "W"),
          ofMethods("a result becomes a `Stream`", "String a();", "Stream<String> a();", "N"),
          ofMethods("a `Stream` becomes one result", "Stream<String> a();", "String a();", "N"),
          ofMethods("a `List` becomes a `Stream`", "List<String> a();", "Stream<String> a();", "N"),
          ofMethods("`void` becomes a `Stream`", "void a();", "Stream<String> a();", "N"),
          ofMethods(
              "a `Stream` becomes a `Flow.Publisher`",
              "Stream<String> a();",
              "Flow.Publisher<String> a();",
              "E"),
          ofMethods(
              "items of a `Stream` become `long` from `int`",
              "Stream<Integer> a();",
              "Stream<Long> a();",
              "C"),
          ofMethods(
              "items of a `Flow.Publisher` become `int` from `long`",
              "Flow.Publisher<Long> a();",
              "Flow.Publisher<Integer> a();",
              "W"),
          ofMethods(
              "items of a `Stream` become `String` from `int`",
              "Stream<Integer> a();",
              "Stream<String> a();",
              "N"),
          ofMethods(
              "a component that is a reference is added to the items of a `Stream`",
              "Stream<V> a(); record V(String a) {}",
              "Stream<V> a(); record V(String a, String b) {}",
              "E"),
          ofMethods(
              "a primitive component is added to the items of a `Stream`",
              "Stream<V> a(); record V(String a) {}",
              "Stream<V> a(); record V(String a, int b) {}",
              "W"),
          ofMethods(
              "a component of the items of a `Stream` is renamed",
              "Stream<V> a(); record V(String a) {}",
              "Stream<V> a(); record V(String b) {}",
              "N"),
          ofMethods(
              "a `Stream` declares another exception",
              "Stream<String> a(); " + exception("X", ""),
              "Stream<String> a() throws X; " + exception("X", ""),
              "C"));

  private Rows() {}

  private static String coded(String name) {
    return """
        enum %s {
          A("a"), B("b");
          private final String code;
          %s(String code) { this.code = code; }
          @JsonValue public String code() { return code; }
        }"""
        .formatted(name, name);
  }

  private static String numbered(String type, String greatest) {
    return """
        enum V {
          A(1), B(%s);
          private final %s code;
          V(%s code) { this.code = code; }
          @JsonValue public %s code() { return code; }
        }"""
        .formatted(greatest, type, type, type);
  }

  private static String exception(String name, String field) {
    return field.isEmpty()
        ? "class %s extends Exception { public %s(String message) { super(message); } }"
            .formatted(name, name)
        : """
        class %s extends Exception {
          private final %s count;
          public %s(String message, %s count) { super(message); this.count = count; }
          public %s getCount() { return count; }
        }"""
            .formatted(name, field, name, field, field);
  }
}
