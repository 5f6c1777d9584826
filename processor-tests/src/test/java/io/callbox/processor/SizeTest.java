package io.callbox.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import io.callbox.json.JsonMismatchException;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.ServiceSkeleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contracts as large as Java allows compile and run, or a message says what is too much. */
final class SizeTest {

  private static final String CONTRACT =
      "package big; @io.callbox.annotation.RemoteService public interface Big { %s }";

  @Test
  void anEnumOfAsManyConstantsAsJavaAllows() throws Exception {
    String constants = joined(2_500, at -> "C" + at);
    assertEchoes(
        "enum Level { " + constants + " } Level echo(Level a, java.util.Map<Level, Integer> b);",
        type -> type.isEnum() ? type.getEnumConstants()[2_499] : java.util.Map.of());
  }

  @Test
  void anEnumOfLongNames() throws Exception {
    String name = "A_NAME_AS_LONG_AS_SOME_MACHINE_MADE_IT_FOR_REASONS_OF_ITS_OWN_";
    String constants =
        joined(
            1_200,
            at ->
                "@com.fasterxml.jackson.annotation.JsonProperty(\"%s\") %s"
                    .formatted(name.toLowerCase(java.util.Locale.ROOT) + at, name + at));
    ServiceSkeleton skeleton =
        assertEchoes(
            "enum Level { " + constants + " } Level echo(Level a);",
            type -> type.getEnumConstants()[777]);
    var channel = new LoopbackChannel(skeleton);
    var method = skeleton.descriptor().methods().get(0);
    var unknown =
        assertThrows(
            JsonMismatchException.class, () -> channel.call(method, "{\"a\": \"nothing\"}"));
    assertTrue(unknown.toString().contains(" others"), unknown::toString);
  }

  @Test
  @Tag("drill")
  void anInterfaceOfManyMethods() throws Exception {
    String each =
        IntStream.range(0, 1_500)
            .mapToObj(at -> "String echo%1$d(String a%1$d) throws Lost;".formatted(at))
            .collect(Collectors.joining("\n"));
    assertEchoes(
        each
            + "@SuppressWarnings(\"serial\") class Lost extends Exception { public Lost(String message)"
            + " { super(message); } }",
        type -> "x");
  }

  @ParameterizedTest
  @CsvSource({"String, 250", "int, 250", "long, 125"})
  void aMethodOfManyParametersAndARecordOfAsManyComponents(String type, int number)
      throws Exception {
    String all = joined(number, at -> type + " a" + at);
    ServiceSkeleton skeleton =
        assertEchoes(
            type + " echo(" + all + "); record R(" + all + ") {} R other(R r);",
            SizeTest::ofAnyType);
    if (!type.equals("String")) {
      var missing =
          assertThrows(
              JsonMismatchException.class,
              () ->
                  new LoopbackChannel(skeleton)
                      .call(skeleton.descriptor().methods().get(0), missingLast(number)));
      assertTrue(missing.toString().contains("a" + (number - 1)), missing::toString);
    }
  }

  private static String missingLast(int number) {
    return "{" + joined(number - 1, at -> "\"a" + at + "\": 1") + "}";
  }

  @Test
  void aClassOfManyProperties() throws Exception {
    assertEchoes(
        "class Bean { %s } Bean echo(Bean a);"
            .formatted(
                joined(1_000, at -> "public java.util.List<String> a" + at + ";")
                    .replace(";,", ";")),
        SizeTest::ofAnyType);
  }

  @Test
  void moreIsRefusedWithACode() {
    assertRefused("a has more than 250", "int a(%s);".formatted(joined(251, at -> "int a" + at)));
    assertRefused("a has more than 250", "int a(%s);".formatted(joined(126, at -> "long a" + at)));
    assertRefused(
        "Big has more than 1500 methods",
        joined(1_501, at -> "int a" + at + "()").replace(",", ";") + ";");
    assertRefused(
        "b has more than 1000 members",
        "class Bean { %s } int a(Bean b);"
            .formatted(joined(1_001, at -> "public int a" + at + ";").replace(";,", ";")));
    assertRefused(
        "b has more than 500 subtypes",
        "sealed interface S {} %s int a(S b);"
            .formatted(joined(501, at -> "record R" + at + "() implements S {}").replace(",", "")));
  }

  private static void assertRefused(String message, String contract) {
    Compilation compilation = compile(contract);
    assertThat(compilation).hadErrorContaining("RPC031: " + message);
    assertEquals(1, compilation.errors().size(), () -> compilation.errors().toString());
  }

  private static Compilation compile(String contract) {
    return Corpus.compile(JavaFileObjects.forSourceString("big.Big", CONTRACT.formatted(contract)));
  }

  /** Compiles, and calls each method, which gives back its first argument. */
  private static ServiceSkeleton assertEchoes(
      String contract, java.util.function.Function<Class<?>, Object> values) throws Exception {
    Compilation compilation = compile(contract);
    if (!compilation.errors().isEmpty()) {
      throw new AssertionError(compilation.errors().toString());
    }
    ClassLoader loader = GeneratedCode.load(compilation);
    Class<?> type = loader.loadClass("big.Big");
    Object echo =
        Proxy.newProxyInstance(
            loader, new Class<?>[] {type}, (self, method, arguments) -> arguments[0]);
    var skeleton =
        (ServiceSkeleton)
            loader.loadClass("big.BigSkeleton").getConstructor(type).newInstance(echo);
    Object stub =
        loader
            .loadClass("big.BigStub")
            .getConstructor(RpcChannel.class)
            .newInstance(new LoopbackChannel(skeleton));
    for (Method method : type.getMethods()) {
      Object[] arguments = Arrays.stream(method.getParameterTypes()).map(values).toArray();
      try {
        Object answer = method.invoke(stub, arguments);
        if (method.getReturnType().getName().startsWith("java")
            || method.getReturnType().isEnum()) {
          assertEquals(arguments[0], answer);
        }
      } catch (InvocationTargetException failure) {
        throw new AssertionError(method.getName(), failure.getCause());
      }
    }
    return skeleton;
  }

  private static Object ofAnyType(Class<?> type) {
    if (type == int.class) {
      return 7;
    } else if (type == long.class) {
      return 7L;
    } else if (type == String.class) {
      return "x";
    }
    var maker = type.getDeclaredConstructors()[0];
    maker.setAccessible(true);
    try {
      return maker.newInstance(
          Arrays.stream(maker.getParameterTypes()).map(SizeTest::ofAnyType).toArray());
    } catch (ReflectiveOperationException failure) {
      throw new LinkageError(failure.getMessage(), failure);
    }
  }

  private static String joined(int number, IntFunction<String> each) {
    return IntStream.range(0, number).mapToObj(each).collect(Collectors.joining(", "));
  }
}
