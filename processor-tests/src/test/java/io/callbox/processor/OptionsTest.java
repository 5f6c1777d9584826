package io.callbox.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@SuppressWarnings(\"RPC034\") interface S { void s(Box b); void t(Holder h); record Holder(Box b) {}",
        "interface S { @SuppressWarnings(\"RPC034\") void s(Box b);",
        "interface S { void s(@SuppressWarnings({\"unused\", \"RPC034\"}) Box b); ",
        "interface S { void s(Holder h); record Holder(@SuppressWarnings(\"RPC034\") Box b) {}",
        "interface S { void s(Holder h); @SuppressWarnings(\"RPC034\") record Holder(Box b) {}"
      })
  void typeLeftToDatabindIsSilencedWhereItIsSaid(String service) {
    JavaFileObject source = withBox("", service);
    assertThat(compile(source, "-Xlint:all,-processing", "-Werror")).succeededWithoutWarnings();
    assertThat(compile(source, "-Acallbox.strict=true")).hadErrorContaining("Box");
  }

  @Test
  void typeLeftToDatabindIsSilencedOnItself() {
    JavaFileObject source =
        withBox("@SuppressWarnings(\"RPC034\")", "interface S { void s(Box b); Box[] t();");
    assertThat(compile(source, "-Werror")).succeededWithoutWarnings();
  }

  @Test
  void typeLeftToDatabindIsSilencedNowhereElse() {
    JavaFileObject source =
        withBox("", "interface S { @SuppressWarnings(\"RPC034\") void s(Box b);\n void t(Box b);");
    Compilation compilation = compile(source);
    assertThat(compilation)
        .hadWarningContaining("RPC034: b is Box")
        .inFile(source)
        .onLineContaining("void t");
    assertEquals(1, compilation.warnings().size(), () -> compilation.warnings().toString());
    assertThat(compile(withBox("@SuppressWarnings(\"all\")", "interface S { void s(Box b);")))
        .hadWarningContaining("RPC034");
  }

  private static JavaFileObject withBox(String annotation, String service) {
    return JavaFileObjects.forSourceLines(
        "a.S",
        "package a;",
        "import com.fasterxml.jackson.annotation.JsonFormat;",
        "@io.callbox.annotation.RemoteService",
        service,
        annotation + " record Box(@JsonFormat(pattern = \"yyyy\") java.time.Instant at) {} }");
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
  void optionsOfOtherProcessorsAreIgnored() {
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
