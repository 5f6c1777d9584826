package io.callbox.processor.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Text continues long lines where JavaPoet does. */
final class FilledTextTest {

  private static final String HEAD = "class C {\n  void m() {\n";
  private static final String END = "  }\n}\n";

  @Test
  void linesContinueWhereJavaPoetContinuesThem() {
    Random random = new Random(1);
    int continued = 0;
    for (int number = 0; number < 2_000; number++) {
      String line = line(random);
      String filled = filled(line);
      assertEquals(byJavaPoet(line), HEAD + filled + END, line);
      continued += filled.indexOf('\n') < filled.length() - 1 ? 1 : 0;
    }
    assertTrue(continued > 500, continued + " lines are long");
  }

  @Test
  void rowsAreInThePlacesOfWhatStandsForThem() {
    Rows rows = new Rows();
    Row constants = rows.begin();
    Row methods = rows.begin();
    constants.next().add(0, "static int a = 1;\n").next().add(0, "static int b = 2;\n");
    methods.next().add(0, "void first() {\n").add(1, "a++;\n").add(0, "}\n");
    methods.next().add(0, "void second() {}\n");
    TypeSpec type =
        TypeSpec.classBuilder("C")
            .addMethod(MethodSpec.methodBuilder("before").build())
            .addMethod(methods.methods())
            .addField(constants.constants())
            .addMethod(MethodSpec.methodBuilder("after").build())
            .build();
    assertEquals(
        """
        class C {
          static int a = 1;

          static int b = 2;

          void before() {
          }

          void first() {
            a++;
          }

          void second() {}

          void after() {
          }
        }
        """,
        rows.in(type.toString()));
  }

  private static String line(Random random) {
    StringBuilder line = new StringBuilder("x");
    int pieces = random.nextInt(12);
    for (int piece = 0; piece < pieces; piece++) {
      line.append(random.nextInt(4) > 0 ? FilledText.SPACE : FilledText.NOTHING);
      line.append("y".repeat(1 + random.nextInt(random.nextInt(8) == 0 ? 110 : 20)));
    }
    return line.append('\n').toString();
  }

  private static String filled(String line) {
    FilledText text = new FilledText(2);
    text.add(0, line);
    StringBuilder all = new StringBuilder();
    text.appendTo(all);
    return all.toString();
  }

  private static String byJavaPoet(String line) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int at = 0; at < line.length(); at++) {
      char each = line.charAt(at);
      switch (each) {
        case FilledText.SPACE -> code.add("$W");
        case FilledText.NOTHING -> code.add("$Z");
        default -> code.add("$L", String.valueOf(each));
      }
    }
    return TypeSpec.classBuilder("C")
        .addMethod(MethodSpec.methodBuilder("m").addCode(code.build()).build())
        .build()
        .toString();
  }
}
