package io.callbox.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the user calls things, what is generated compiles, or a message names what is in the
 * way.
 */
final class NamesTest {

  private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
  private static final Set<String> NO_COMPONENTS =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  /** Names that a Java compiler takes, and a reader may not. */
  private static final List<String> STRANGE =
      List.of(
          "io",
          "java",
          "com",
          "javax",
          "a",
          "A",
          "SERVICE",
          "KEY_FIELD",
          "A_FIELD",
          "yield",
          "var",
          "record",
          "sealed",
          "permits",
          "when",
          "$",
          "a$b",
          "\u00e4",
          "\u540d",
          "\u00df",
          "URI",
          "X_MEMBERS",
          "A_PARAMS_MEMBERS",
          "Numbers",
          "size",
          "value1",
          "tagged",
          "each",
          "T");

  @Test
  @Tag("drill")
  void everyWordOfGeneratedCodeMayBeTheNameOfWhateverTheUserHas() {
    Set<String> words = new TreeSet<>(STRANGE);
    for (String golden : Corpus.files("expected")) {
      if (golden.endsWith(".java")) {
        WORD.matcher(Corpus.text("expected/" + golden))
            .results()
            .map(match -> match.group())
            .forEach(words::add);
      }
    }
    List<String> names =
        words.stream().filter(word -> !javax.lang.model.SourceVersion.isKeyword(word)).toList();
    assertTrue(names.size() > 300, names::toString);
    List<JavaFileObject> contracts = new ArrayList<>();
    for (int at = 0; at < names.size(); at += 40) {
      contracts.add(contract(at, names.subList(at, Math.min(at + 40, names.size()))));
    }
    assertThat(Corpus.compile(contracts.toArray(JavaFileObject[]::new))).succeededWithoutWarnings();
  }

  /** Parameters, components, properties, fields of exceptions and methods of these names. */
  private static JavaFileObject contract(int number, List<String> names) {
    List<String> plain = names.stream().filter(name -> !NO_COMPONENTS.contains(name)).toList();
    List<String> fields = plain.stream().filter(name -> !name.equals("message")).toList();
    return source(
        "words.Words" + number,
        """
        package words;
        @io.callbox.annotation.RemoteService interface Words%1$d {
          record Record%1$d(%2$s) {}
          @SuppressWarnings("serial")
          class Thrown%1$d extends Exception {
            %3$s
            Thrown%1$d(String message, %7$s) {
              super(message);
              %4$s
            }
          }
          Record%1$d all%1$d(%5$s) throws Thrown%1$d;
          %6$s
        }
        """
            .formatted(
                number,
                joined(plain, "String %s", ", "),
                joined(
                    fields, "private final String %s; public String %1$s() { return %1$s; }", ""),
                joined(fields, "this.%s = %1$s;", ""),
                joined(names, "int %s", ", "),
                joined(
                        plain,
                        "@io.callbox.annotation.RemoteMethod(name = \"m%s\") int %1$s(int a);",
                        "")
                    .replace("$", "D"),
                joined(fields, "String %s", ", ")));
  }

  private static String joined(List<String> names, String format, String between) {
    return names.stream().map(format::formatted).collect(Collectors.joining(between));
  }

  /** Letters that strings hold in two halves, neither of which may be in a name. */
  @Test
  void typesMayHaveLettersOfAnyPlane() {
    String script = "\ud835\udc9c";
    String longer = "Set" + script + "s";
    String contract =
        """
        package words;
        @io.callbox.annotation.RemoteService interface Scripts {
          elsewhere.%1$s one(%1$s b, elsewhere.%2$s c, java.util.Set<%2$s> d);
          record %1$s(int a) {}
          record %2$s(int a) {}
        }
        """;
    assertThat(
            Corpus.compile(
                record("elsewhere", script),
                record("elsewhere", longer),
                source("words.Scripts", contract.formatted(script, longer))))
        .succeededWithoutWarnings();
  }

  private static JavaFileObject record(String place, String name) {
    String text = "package " + place + "; public record " + name + "(int a) {}";
    return source(place + "." + name, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SvcStub",
        "SvcAsyncStub",
        "SvcAllStub",
        "Replies",
        "SvcSkeleton",
        "SvcMarshaller",
        "ResultType",
        "ParamsWriter",
        "Invocation",
        "CallOptions",
        "RpcChannel",
        "Duration",
        "Override",
        "String",
        "Object",
        "List",
        "CompletableFuture",
        "RuntimeException",
        "IllegalArgumentException",
        "Throwable",
        "Void",
        "Integer",
        "IOException",
        "JsonParser",
        "Svc",
        "Params",
        "GetParams",
        "SERVICE",
        "GET",
        "Line",
        "SuppressWarnings",
        "Generated",
        "ServiceSkeleton",
        "Numbers",
        "Objects"
      })
  void typesAndConstantsOfAnyNameAreNotInTheWay(String name) {
    List<Variant> variants = variants(name);
    List<JavaFileObject> sources = new ArrayList<>();
    for (int at = 0; at < variants.size(); at++) {
      sources.add(contract("p" + at, name, variants.get(at)));
    }
    assertThat(compiled(sources)).succeededWithoutWarnings();
  }

  /** There, a type called like a package of generated code's hides it, and cannot be got past. */
  @ParameterizedTest
  @ValueSource(strings = {"SvcStub", "Override", "String", "Svc", "Line", "GET"})
  void inTheUnnamedPackageTheyAreNotInTheWayOrAreNamed(String name) {
    for (Variant variant : variants(name)) {
      Compilation compilation = compiled(List.of(contract("", name, variant)));
      if (compilation.errors().isEmpty()) {
        assertThat(compilation).succeededWithoutWarnings();
      } else {
        assertThat(compilation)
            .hadErrorContaining("RPC049: generated code cannot get past the name");
        assertEquals(1, compilation.errors().size(), () -> compilation.errors().toString());
      }
    }
  }

  /** What else a contract has: a type beside the interface, and something within it. */
  private record Variant(String beside, String within) {}

  private static List<Variant> variants(String name) {
    List<Variant> variants = new ArrayList<>();
    if (!List.of("Svc", "Line").contains(name) && !name.startsWith("Svc")) {
      variants.add(new Variant("interface " + name + " {}", ""));
    }
    variants.add(new Variant("", "int " + name + " = 1;"));
    variants.add(new Variant("", nested(name)));
    return variants;
  }

  private static Compilation compiled(List<JavaFileObject> sources) {
    return Corpus.compile(
        List.of("-Xlint:-auxiliaryclass"), sources.toArray(JavaFileObject[]::new));
  }

  private static String nested(String name) {
    return name.equals("Svc") ? "" : "enum " + name + " { A, B; }";
  }

  /** A service that uses a bit of everything, and the named type if there is one. */
  private static JavaFileObject contract(String place, String name, Variant variant) {
    boolean used = (variant.beside + variant.within).startsWith("enum");
    String prefix = place.isEmpty() ? "" : place + ".";
    String text =
        (place.isEmpty() ? "" : "package " + place + ";")
            + """

            @io.callbox.annotation.RemoteService("Svc%4$s")
            interface Svc extends Base {
              %1$s
              java.lang.String get(Line line, java.util.List<Line> all) throws Lost;
              java.util.concurrent.CompletableFuture<Line> later(java.util.Map<Color, Shape> key);
              %2$s
            }
            interface Base { void inherited(ColorKey key); }
            record Line(java.lang.@org.jspecify.annotations.NonNull String text, int in) {
              Line {
                if (in < 0) {
                  throw new java.lang.IllegalArgumentException();
                }
              }
            }
            enum Color { RED, @com.fasterxml.jackson.annotation.JsonProperty("g") GREEN }
            record ColorKey(java.lang.Integer refusal, long message) {}
            sealed interface Shape { record Round(double r) implements Shape {} }
            @SuppressWarnings("serial")
            class Lost extends Exception {
              Lost(java.lang.String message) { super(message); }
            }
            %3$s
            """
                .formatted(
                    variant.within,
                    used ? name + " use(" + name + " a, java.util.Map<" + name + ", Line> b);" : "",
                    variant.beside,
                    place)
                .replace("@SuppressWarnings", "@java.lang.SuppressWarnings")
                .replace("extends Exception", "extends java.lang.Exception");
    return source(prefix + "Svc", text);
  }

  @Test
  void aClassOfTheUsersIsNotWrittenOver() {
    Compilation compilation =
        Corpus.compile(
            source(
                "p.Svc",
                "package p; @io.callbox.annotation.RemoteService interface Svc {int a();}"),
            source("p.SvcStub", "package p; class SvcStub {}"));
    assertThat(compilation).hadErrorContaining("RPC048: a class would be generated for Svc");
    assertThat(compilation).hadErrorContaining("p.SvcStub");
    assertThat(compilation).hadErrorCount(1);
  }

  @Test
  void nestedAndUnderscoredInterfacesOfTheSameClassesAreNamedBoth() {
    Compilation compilation =
        Corpus.compile(
            source(
                "p.Outer",
                """
                package p;
                interface Outer {
                  @io.callbox.annotation.RemoteService("a") interface Inner { int a(); }
                }
                @io.callbox.annotation.RemoteService interface Outer_Inner { int a(); }
                """));
    assertThat(compilation)
        .hadErrorContaining("RPC048: p.Outer_InnerStub would be generated for both Outer");
    assertThat(compilation).hadErrorCount(1);
  }

  @Test
  void aTypeCalledLikeAPackageIsNamed() {
    Compilation compilation =
        Corpus.compile(
            source(
                "p.Svc",
                "package p; @io.callbox.annotation.RemoteService interface Svc {int a();}"),
            source("p.java", "package p; class java {}"));
    assertThat(compilation)
        .hadErrorContaining("RPC049: generated code cannot get past the name 'java'");
  }

  private static JavaFileObject source(String name, String text) {
    return JavaFileObjects.forSourceString(name, text);
  }
}
