package io.callbox.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.JavaFileObjects;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contracts that are allowed, and that generated code needs care for to compile. */
final class OddContractsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interface Odd {}",
        "interface Odd { int A = 1; default int a() { return 1; } static int b() { return 2; } }",
        "interface Odd { @SuppressWarnings(\"unchecked\") void a(List<String>... all); }",
        "interface Odd { @SuppressWarnings(\"unchecked\") int a(int b, Optional<int[]>[]... all);"
            + " }",
        "interface Odd { void a(String... all); void b(int[]... all); }",
        "interface Odd { void a() throws Lost; class Lost extends Base {"
            + " public Lost(String message, int code) { super(message, code); }}"
            + " abstract class Base extends Exception { int code; Base(String message, int code)"
            + " { super(message); this.code = code; } public int getCode() { return code; }}}",
        "interface Odd { void a() throws Lost; class Lost extends Exception {"
            + " @Deprecated(forRemoval = true) public Lost(String message) {} }}",
        "interface Odd { void a() throws Lost; class Lost extends Exception {"
            + " public Lost(String message) {} public <T> Lost(String message, int code) {}"
            + " public Lost(String message, long code) throws java.io.IOException {}"
            + " public int getCode() { return 1; } }}",
        "interface Odd { void a() throws Lost; class Lost extends Exception {"
            + " public Lost(String message) {} public Lost(String message, int code) {}"
            + " public int getCode() throws java.io.IOException { return 1; } }}",
        "interface Odd { void a(Box<String> box); class Box<T> { @JsonIgnore public T t;"
            + " public int x; @JsonIgnore public <U> U getAs() { return null; }"
            + " @JsonIgnore public Thread getThread() { return null; }"
            + " @JsonIgnore public int getLate() throws Exception { return 1; } }}",
        "interface Odd { void a(Marked marked); @JsonIgnoreProperties(\"thread\") class Marked {"
            + " public int x; public Thread getThread() { return null; } }}",
        "interface Odd { void a(Either e); sealed interface Either {} record None() implements"
            + " Either {} final class Nothing implements Either {} }"
      })
  void compilesWithoutAWarning(String contract) {
    assertThat(Corpus.compile(source(contract))).succeededWithoutWarnings();
  }

  @Test
  void interfaceWithoutMethodsIsServed() throws Exception {
    JavaFileObject run =
        JavaFileObjects.forSourceString(
            "a.Run",
            """
            package a;
            public final class Run implements java.util.concurrent.Callable<Void>, Odd {
              public Void call() {
                new OddStub(new io.callbox.processor.LoopbackChannel(new OddSkeleton(this)));
                return null;
              }
            }
            """);
    GeneratedCode.run("a.Run", source("interface Odd {}"), run);
  }

  /** JavaPoet takes some characters for ends of lines that are none to the compiler. */
  @Test
  void namesWithTheLineEndsOfUnicodeAreTheSameOnTheWire() throws Exception {
    String contract =
        """
        interface Odd {
          Mark mark(Mark mark); Item item(Item item); Shape shape(Shape shape);
          enum Mark {
            @JsonProperty("a\\u2028\\u2029\\u0085\\u000b\\t\\"\\\\b\\177\\n") ONE,
            @JsonProperty("\\u2028") @JsonAlias("\\u2029") TWO }
          record Item(@JsonProperty("v\\u2028w") @JsonAlias("\\u2029") int value) {}
          @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "k\\u2028")
          @JsonSubTypes(@JsonSubTypes.Type(value = Shape.Round.class, name = "r\\u2029"))
          sealed interface Shape { record Round(int size) implements Shape {} }
        }\
        """;
    JavaFileObject run =
        JavaFileObjects.forSourceString(
            "a.Run",
            """
            package a;
            import com.fasterxml.jackson.databind.*;
            import io.callbox.processor.LoopbackChannel;
            public final class Run implements java.util.concurrent.Callable<Void>, Odd {
              public Mark mark(Mark mark) { return mark; }
              public Item item(Item item) { return item; }
              public Shape shape(Shape shape) { return shape; }
              public Void call() throws Exception {
                LoopbackChannel channel = new LoopbackChannel(new OddSkeleton(this));
                OddStub stub = new OddStub(channel);
                ObjectMapper databind = new ObjectMapper();
                for (Object value : new Object[] {
                    stub.mark(Mark.ONE), stub.mark(Mark.TWO), stub.item(new Item(5)),
                    stub.shape(new Shape.Round(6))}) {
                  if (value instanceof Mark mark) stub.mark(mark);
                  if (value instanceof Item item) stub.item(item);
                  if (value instanceof Shape shape) stub.shape(shape);
                  JsonNode expected = databind.readTree(databind.writeValueAsBytes(value));
                  if (!databind.readTree(channel.answer()).equals(expected)) {
                    throw new AssertionError(channel.answer() + " instead of " + expected);
                  }
                }
                return null;
              }
            }
            """);
    GeneratedCode.run("a.Run", source(contract), run);
  }

  /** The name of a stub that is not generated is free. */
  @Test
  void streamsNeedNoStubToAllAndLeaveItsName() {
    JavaFileObject feed = source("interface Odd { java.util.stream.Stream<String> lines(); }");
    JavaFileObject all =
        JavaFileObjects.forSourceString(
            "a.OddAll",
            """
            package a;
            @io.callbox.annotation.RemoteService interface OddAll { int count(); }
            """);
    assertThat(Corpus.compile(feed, all)).succeededWithoutWarnings();
  }

  private static JavaFileObject source(String contract) {
    return JavaFileObjects.forSourceString(
        "a.Odd",
        """
        package a;
        import com.fasterxml.jackson.annotation.*;
        import java.util.*;
        @io.callbox.annotation.RemoteService
        @SuppressWarnings({"serial", "removal"})
        public %s
        """
            .formatted(contract));
  }
}
