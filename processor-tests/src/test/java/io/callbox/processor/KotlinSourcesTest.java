package io.callbox.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What Kotlin's annotation processing shows of its sources, as Java with annotations. */
final class KotlinSourcesTest {

  private static final JavaFileObject METADATA =
      JavaFileObjects.forSourceString(
          "kotlin.Metadata", "package kotlin; public @interface Metadata {}");
  private static final JavaFileObject NOT_NULL =
      JavaFileObjects.forSourceString(
          "org.jetbrains.annotations.NotNull",
          "package org.jetbrains.annotations; public @interface NotNull {}");
  private static final JavaFileObject ANDROID =
      JavaFileObjects.forSourceString(
          "androidx.annotation.NonNull",
          "package androidx.annotation; public @interface NonNull {}");

  /** Whose parameters accept collections of subtypes, so that Kotlin writes wildcards for Java. */
  @Test
  void collectionsThatAreOnlyReadTravelAsTheirSourceSays() throws IOException {
    Compilation compilation =
        compile(
            "java.util.Map<String, java.util.List<Open>> a("
                + "java.util.Map<String, ? extends java.util.List<? extends Open>> b,"
                + " java.util.List<? extends Shelf> c);"
                + " class Open { public int size; }"
                + " @kotlin.Metadata final class Shelf {"
                + " private final java.util.List<java.util.List<Open>> rows;"
                + " public Shelf(java.util.List<? extends java.util.List<? extends Open>> rows)"
                + " { this.rows = rows.stream().map(each -> java.util.List.<Open>copyOf(each)).toList(); }"
                + " public java.util.List<java.util.List<Open>> getRows() { return rows; } }");
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("a.SStub")
        .contentsAsUtf8String()
        .contains("Map<String, ? extends List<? extends S.Open>> b,");
  }

  @Test
  void otherWildcardOfKotlinsIsRefusedWithWhatSuppressesIt() {
    assertThat(compile("int a(Box<? extends Number> b); class Box<T> { public T in; }"))
        .hadErrorContaining("Kotlin writes it: put @JvmSuppressWildcards on the interface");
  }

  @Test
  void interfaceThatMayBeSealedIsRefusedWithWhatNamesItsSubtypes() {
    assertThat(compile("int a(Payment b); @kotlin.Metadata interface Payment {}"))
        .hadErrorContaining("use @JsonTypeInfo and @JsonSubTypes on it: kapt does not show");
  }

  @Test
  void objectInAHierarchyIsReadAsTheOnlyOneThereIs() throws IOException {
    String marshaller = marshallerOf("int a(Payment b); " + payment("implements Payment"));
    assertThat(marshaller).contains("return S.Cash.INSTANCE;");
    assertThat(marshaller).doesNotContain("new S.Cash");
  }

  @Test
  void objectOnItsOwnIsRefused() {
    assertThat(compile("int a(Cash b); " + payment(""))).hadErrorContaining("b is a.S.Cash");
  }

  /** As kapt shows an interface that is sealed, with an object. */
  private static String payment(String cash) {
    return """
           @com.fasterxml.jackson.annotation.JsonTypeInfo(
               use = com.fasterxml.jackson.annotation.JsonTypeInfo.Id.NAME, property = "kind")
           @com.fasterxml.jackson.annotation.JsonSubTypes(
               @com.fasterxml.jackson.annotation.JsonSubTypes.Type(value = Cash.class, name = "cash"))
           @kotlin.Metadata interface Payment {}
           @kotlin.Metadata final class Cash %s {
             @org.jetbrains.annotations.NotNull public static final Cash INSTANCE = new Cash();
             private static final String remark = "the same everywhere";
             private Cash() {}
             public String getRemark() { return remark; }
           }
           """
        .formatted(cash);
  }

  @Test
  void valueThatKotlinOrAndroidDeclaresNonNullIsRequired() throws IOException {
    String required = marshallerOf("int a(@org.jspecify.annotations.NonNull String b);");
    assertEquals(required, marshallerOf("int a(@org.jetbrains.annotations.NotNull String b);"));
    assertEquals(required, marshallerOf("int a(@androidx.annotation.NonNull String b);"));
    assertNotEquals(required, marshallerOf("int a(String b);"));
  }

  private static String marshallerOf(String methods) throws IOException {
    return compile(methods)
        .generatedSourceFile("a.SMarshaller")
        .orElseThrow()
        .getCharContent(false)
        .toString();
  }

  private static Compilation compile(String methods) {
    return javac()
        .withOptions("-parameters", "-Xlint:all,-processing,-serial")
        .withProcessors(new RemoteServiceProcessor())
        .compile(
            METADATA,
            NOT_NULL,
            ANDROID,
            JavaFileObjects.forSourceString(
                "a.S",
                "package a; @kotlin.Metadata @io.callbox.annotation.RemoteService interface S { "
                    + methods
                    + " }"));
  }
}
