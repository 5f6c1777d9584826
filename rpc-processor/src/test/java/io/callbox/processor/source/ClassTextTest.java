package io.callbox.processor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** What a class looks like as source. */
final class ClassTextTest {

  private static final ClassName OTHER = ClassName.of("other", "Thing");
  private static final ClassName THIRD = ClassName.of("third", "Thing");

  @Test
  void membersAreInTheOrderOfJavaClasses() {
    TypeSpec type =
        TypeSpec.classBuilder("All")
            .addModifiers(Modifier.FINAL, Modifier.PUBLIC)
            .addJavadoc("Says $L.\n\nMore.\n", "all")
            .addAnnotation(AnnotationSpec.of(ClassName.of("own", "Mark"), "$S", "a\"b"))
            .addSuperinterface(ParameterizedTypeName.of(OTHER, WildcardTypeName.ANY))
            .addMethod(MethodSpec.methodBuilder("method").addStatement("done()").build())
            .addMethod(MethodSpec.constructorBuilder().addStatement("super()").build())
            .addType(TypeSpec.classBuilder("Nested").addModifiers(Modifier.STATIC).build())
            .addField(PrimitiveName.INT, "own", Modifier.PRIVATE)
            .addField(FieldSpec.of(PrimitiveName.INT, "ONE", CodeBlock.of("1"), Modifier.STATIC))
            .build();
    assertEquals(
        """
        /**
         * Says all.
         *
         * More.
         */
        @Mark("a\\"b")
        public final class All implements Thing<?> {
          static int ONE = 1;

          private int own;

          All() {
            super();
          }

          void method() {
            done();
          }

          static class Nested {
          }
        }
        """,
        new ClassText("own", type, Set.of()).text());
  }

  @Test
  void theFirstOfTwoWithOneSimpleNameIsImported() {
    ClassText text = mentioning("own", Set.of(), OTHER, THIRD, OTHER);
    assertEquals(List.of("other.Thing"), text.imports());
    assertEquals("Thing|third.Thing|Thing", mentions(text));
  }

  @Test
  void aClassOfThePackageComesBeforeOthers() {
    ClassText text = mentioning("third", Set.of(), OTHER, THIRD);
    assertEquals(List.of(), text.imports());
    assertEquals("other.Thing|Thing", mentions(text));
  }

  @Test
  void whatAnInheritedNameHidesIsNamedInFull() {
    ClassText text = mentioning("third", Set.of("Thing"), OTHER, THIRD);
    assertEquals(List.of(), text.imports());
    assertEquals("other.Thing|third.Thing", mentions(text));
  }

  @Test
  void nestedClassesAreNamedFromTheOutermost() {
    ClassText text = mentioning("own", Set.of(), ClassName.of("a.b", List.of("Outer", "In")));
    assertEquals(List.of("a.b.Outer"), text.imports());
    assertEquals("Outer.In", mentions(text));
  }

  @Test
  void aLongLineBreaksWhereItMay() {
    String long40 = "a".repeat(40);
    assertEquals(
        "    call(" + long40 + ", " + long40 + ",\n        Thing.b());\n",
        inMethod("call($L,$W$L,$W$T.b())", long40, long40, OTHER));
  }

  @Test
  void aShortLineDoesNotBreak() {
    assertEquals("    call(a, Thing.b());\n", inMethod("call($L,$W$T.b())", "a", OTHER));
  }

  @Test
  void furtherLinesOfAStatementAreIndented() {
    assertEquals("    call(\n        a\n        .b());\n", inMethod("call(\na\n.b())"));
  }

  @Test
  void whatIsNoLineOfJavaIsNoLine() {
    String odd = "\u2028\u0085\r\n";
    assertEquals("    say(\"\u2028\\u0085\\r\\n\");\n", inMethod("say($S)", odd));
  }

  @Test
  void aFormatThatDoesNotFitItsArgumentsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> CodeBlock.of("$L", "a", "b"));
    assertThrows(IllegalArgumentException.class, () -> CodeBlock.of("$Q", "a"));
  }

  private static String inMethod(String format, Object... arguments) {
    MethodSpec method = MethodSpec.methodBuilder("m").addStatement(format, arguments).build();
    String text =
        new ClassText("own", TypeSpec.classBuilder("C").addMethod(method).build(), Set.of()).text();
    return text.substring(text.indexOf("() {\n") + 5, text.indexOf("  }\n"));
  }

  private static ClassText mentioning(
      String packageName, Set<String> inherited, ClassName... types) {
    TypeSpec.Builder type = TypeSpec.classBuilder("Own");
    for (ClassName each : types) {
      type.addField(each, "field");
    }
    return new ClassText(packageName, type.build(), inherited);
  }

  private static String mentions(ClassText text) {
    return String.join(
        "|",
        text.text()
            .lines()
            .filter(line -> line.endsWith(" field;"))
            .map(ClassTextTest::type)
            .toList());
  }

  private static String type(String line) {
    return line.strip().replace(" field;", "");
  }
}
