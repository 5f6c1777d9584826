package io.callbox.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What the user may tell the processor, and what becomes of what it does not know. */
final class OptionsTest {

  private static final JavaFileObject PLAIN =
      JavaFileObjects.forSourceString(
          "a.Plain",
          "package a; @io.callbox.annotation.RemoteService interface Plain { int a(int b); }");
  private static final JavaFileObject LEFT = Corpus.source("bad/LeftToDatabind.java");

  @Test
  void typeLeftToDatabindIsAWarningOnly() {
    Compilation compilation = compile(LEFT);
    assertThat(compilation).succeeded();
    assertThat(compilation)
        .hadWarningContaining("RPC034: b is Box, which has @JsonFormat")
        .inFile(LEFT)
        .onLineContaining("int a(Box b)");
    assertEquals(1, compilation.warnings().size(), () -> compilation.warnings().toString());
  }

  @Test
  void strictMakesItAnError() {
    for (String strict : new String[] {"-Acallbox.strict=true", "-Acallbox.strict"}) {
      Compilation compilation = compile(LEFT, strict);
      assertThat(compilation).hadErrorContaining("RPC034: b is Box");
      assertThat(compilation).hadErrorCount(1);
    }
    assertThat(compile(LEFT, "-Acallbox.strict=false")).succeeded();
  }

  @Test
  void unknownOptionIsAWarningWithTheNearestOne() {
    Compilation compilation = compile(PLAIN, "-Acallbox.strikt=true");
    assertThat(compilation).succeeded();
    assertThat(compilation)
        .hadWarningContaining(
            "RPC050: there is no option callbox.strikt; did you mean callbox.strict?");
  }

  @Test
  void malformedOptionIsAnError() {
    assertThat(compile(PLAIN, "-Acallbox.strict=yes"))
        .hadErrorContaining("RPC051: callbox.strict is 'yes', but can only be true or false");
  }

  @Test
  void optionsOfOthersAreNobodysBusiness() {
    Compilation compilation = compile(PLAIN, "-Amapstruct.verbose=true", "-Acallbox.strict=true");
    assertThat(compilation).succeeded();
    assertTrue(compilation.warnings().stream().noneMatch(each -> each.toString().contains("RPC")));
  }

  private static Compilation compile(JavaFileObject source, String... options) {
    return javac()
        .withOptions((Object[]) options)
        .withProcessors(new RemoteServiceProcessor())
        .compile(source);
  }
}
