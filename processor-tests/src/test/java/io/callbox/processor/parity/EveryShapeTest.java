package io.callbox.processor.parity;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import io.callbox.processor.Corpus;
import io.callbox.processor.GeneratedCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Types of each visibility, exception and annotation of each kind of member, mentioned by a
 * contract in their own package and by one in another: what is not refused compiles without a
 * warning, and does what Jackson does.
 */
final class EveryShapeTest {

  private static final Pattern TYPE = Pattern.compile("T[0-9]+V[0-9]+");
  private static final JavaFileObject HIDDEN =
      JavaFileObjects.forSourceString(
          "far.Hidden",
          "package far; @SuppressWarnings(\"serial\") class Hidden extends Exception {}");

  @ParameterizedTest
  @ValueSource(strings = {"far", "near"})
  void acceptedContractCompilesAndDoesWhatJacksonDoes(String packageName) throws Throwable {
    List<Shape> all = Shape.all(packageName.equals("far"));
    Set<String> refused = refused(compile(packageName, all));
    List<Shape> accepted = all.stream().filter(each -> !refused.contains(each.name())).toList();
    Compilation compilation = compile(packageName, accepted);
    assertThat(compilation).succeededWithoutWarnings();
    ClassLoader classes = GeneratedCode.load(compilation);
    List<EchoMethod> methods = EchoMethod.of(packageName + "/All", classes);
    assertEquals(accepted.size(), methods.size());
    for (EchoMethod method : methods) {
      check(method, classes);
    }
    assertTrue(accepted.size() > all.size() / 2, () -> "refused: " + refused);
  }

  private static void check(EchoMethod method, ClassLoader classes) throws Throwable {
    Class<?> type = classes.loadClass("far." + method.name().replace("echo", ""));
    Object sample = type.getMethod("sample").invoke(null);
    String theirs = Parity.write(sample, type);
    assertEquals(Parity.canonical(theirs), Parity.only(method.write(sample)), method::toString);
    Object ours = method.read(theirs);
    assertEquals(Parity.canonical(theirs), Parity.only(method.write(ours)), method::toString);
    try {
      Object read = Parity.read(theirs, type);
      assertEquals(Parity.canonical(theirs), Parity.canonical(Parity.write(read, type)));
    } catch (JsonMappingException expected) {
      // generated code makes what Jackson does not, by the names of a constructor's parameters
    }
  }

  private static Set<String> refused(Compilation compilation) {
    Set<String> refused = new HashSet<>();
    for (Diagnostic<? extends JavaFileObject> error : compilation.errors()) {
      Matcher type = TYPE.matcher(error.getMessage(Locale.ROOT));
      assertTrue(error.getMessage(Locale.ROOT).startsWith("RPC") && type.find(), error::toString);
      refused.add(type.group());
    }
    return refused;
  }

  private static Compilation compile(String packageName, List<Shape> shapes) {
    List<JavaFileObject> sources = new ArrayList<>(List.of(HIDDEN));
    shapes.forEach(
        each -> sources.add(JavaFileObjects.forSourceString("far." + each.name(), each.source())));
    sources.add(
        JavaFileObjects.forSourceString(
            packageName + ".All",
            shapes.stream()
                .map(Shape::method)
                .collect(
                    Collectors.joining(
                        "\n",
                        "package "
                            + packageName
                            + "; @io.callbox.annotation.RemoteService @SuppressWarnings(\"RPC034\")"
                            + " public interface All {\n",
                        "}"))));
    return Corpus.compile(List.of("-Xmaxerrs", "9999"), sources.toArray(JavaFileObject[]::new));
  }
}
