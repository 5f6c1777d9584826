package io.callbox.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Class files with names that Java does not allow, as Kotlin makes them for its value classes. They
 * are made from Java here: {@code _O_} becomes a hyphen.
 */
final class NamesOfKotlinTest {

  private static final List<JavaFileObject> LIBRARY =
      List.of(
          JavaFileObjects.forSourceString(
              "kotlin.jvm.JvmInline", "package kotlin.jvm; public @interface JvmInline {}"),
          JavaFileObjects.forSourceString(
              "lib.Id",
              "package lib; @kotlin.jvm.JvmInline public final class Id {"
                  + " private final String text; private Id(String text) { this.text = text; }"
                  + " public String getText() { return text; } }"),
          JavaFileObjects.forSourceString(
              "lib.Person",
              "package lib; public class Person { private String id;"
                  + " public String getId_O_x1() { return id; }"
                  + " public void setId_O_x1(String newId) { id = newId; } }"),
          JavaFileObjects.forSourceString("lib.Kind", "package lib; public enum Kind { A_O_1 }"),
          JavaFileObjects.forSourceString(
              "lib.Finder", "package lib; public interface Finder { int find_O_4qJ(int id); }"));

  @TempDir Path folder;

  @Test
  void valueClassIsRefusedWithWhatToUse() throws IOException {
    assertThat(compile("int a(lib.Id b);"))
        .hadErrorContaining(
            "RPC024: b is lib.Id, a value class of Kotlin's, which only Kotlin can");
  }

  @Test
  void getterOfAValueClassIsRefused() throws IOException {
    assertThat(compile("int a(lib.Person b);"))
        .hadErrorContaining("RPC045: b is lib.Person, in which 'getId-x1' is no name in Java");
  }

  @Test
  void constantIsRefused() throws IOException {
    assertThat(compile("int a(lib.Kind b);"))
        .hadErrorContaining("RPC045: b is lib.Kind, in which 'A-1' is no name in Java");
  }

  @Test
  void methodIsRefused() throws IOException {
    Compilation compilation = compile("int a();", "extends lib.Finder");
    assertThat(compilation)
        .hadErrorContaining("RPC045: in Finder.find-4qJ: 'find-4qJ' is no name in Java");
  }

  private Compilation compile(String method, String... extended) throws IOException {
    writeLibrary();
    List<File> classPath =
        Stream.concat(
                Stream.of(folder.toFile()),
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(File::new))
            .toList();
    String source =
        "package a; @io.callbox.annotation.RemoteService interface S %s { %s }"
            .formatted(String.join(" ", extended), method);
    return javac()
        .withOptions("-parameters")
        .withClasspath(classPath)
        .withProcessors(new RemoteServiceProcessor())
        .compile(JavaFileObjects.forSourceString("a.S", source));
  }

  private void writeLibrary() throws IOException {
    Compilation compiled = javac().withOptions("-parameters", "-proc:none").compile(LIBRARY);
    assertThat(compiled).succeeded();
    for (JavaFileObject file : compiled.generatedFiles()) {
      try (var in = file.openInputStream()) {
        Path target = folder.resolve(renamed(file.getName()).replaceFirst("^/CLASS_OUTPUT/", ""));
        Files.createDirectories(target.getParent());
        String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        Files.write(target, renamedInConstants(bytes).getBytes(StandardCharsets.ISO_8859_1));
      }
    }
  }

  private static String renamed(String name) {
    return name.replace("_O_", "-");
  }

  /** A constant of text begins with its length, in two bytes. */
  private static String renamedInConstants(String bytes) {
    StringBuilder renamed = new StringBuilder(bytes);
    for (int at = renamed.indexOf("_O_"); at >= 0; at = renamed.indexOf("_O_")) {
      int start = at;
      while (renamed.charAt(start - 3) != 1 || renamed.charAt(start - 2) != 0) {
        start--;
      }
      renamed.setCharAt(start - 1, (char) (renamed.charAt(start - 1) - 2));
      renamed.replace(at, at + 3, "-");
    }
    return renamed.toString();
  }
}
