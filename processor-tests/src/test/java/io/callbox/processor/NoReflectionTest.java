package io.callbox.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.json.Json;
import io.callbox.node.RpcNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No class of the runtime, and none that is generated, refers to reflection; and only one package
 * refers to databind, which reflects on what is left to it. The scan reads class files, where every
 * reference is named.
 */
final class NoReflectionTest {

  /** The compiler itself needs {@code java.lang.invoke}, for lambdas, records and texts. */
  private static final Predicate<String> REFLECTION =
      Pattern.compile(
              "java/lang/reflect/|java/lang/invoke/VarHandle|sun/misc/|sun/reflect/"
                  + "|^java/util/ServiceLoader$|^forName$|^getDeclared(Method|Field|Constructor)s?$"
                  + "|^getMethods?$|^getFields?$|^getConstructors?$|^getRecordComponents$"
                  + "|^newInstance$|^newProxyInstance$")
          .asPredicate();

  private static final Predicate<String> DATABIND =
      Pattern.compile("com/fasterxml/jackson/(databind|datatype)/").asPredicate();

  static List<String> good() {
    return Corpus.files("good");
  }

  @Test
  void runtimeRefersToNoReflection() throws IOException {
    Map<String, List<String>> classes = runtime();
    assertTrue(
        classes.size() > 100
            && classes.keySet().stream().anyMatch(each -> each.contains("RpcNode")));
    assertEquals(List.of(), referring(classes, REFLECTION));
  }

  @Test
  void onlyOnePackageRefersToDatabind() throws IOException {
    List<String> referring = referring(runtime(), DATABIND);
    assertFalse(referring.isEmpty());
    for (String each : referring) {
      assertTrue(each.startsWith("io/callbox/json/databind/"), each);
    }
  }

  @ParameterizedTest
  @MethodSource("good")
  void generatedCodeRefersToNeither(String contract) throws IOException {
    Map<String, List<String>> classes = generated("good/" + contract);
    assertFalse(classes.isEmpty());
    assertEquals(List.of(), referring(classes, REFLECTION.or(DATABIND)));
  }

  @Test
  void generatedCodeThatUsesDatabindStillRefersToNoReflection() throws IOException {
    Map<String, List<String>> classes = generated("parity/Databound.java");
    assertEquals(List.of(), referring(classes, REFLECTION));
    assertEquals(
        List.of("DataboundMarshaller"),
        referring(classes, Pattern.compile("io/callbox/json/databind").asPredicate()).stream()
            .map(each -> each.replaceAll(".*/|[.$].*", ""))
            .distinct()
            .toList());
  }

  @Test
  void reflectionIsFound() throws IOException {
    try (InputStream in = NoReflectionTest.class.getResourceAsStream("GeneratedCode.class")) {
      assertTrue(ConstantPool.texts(in).stream().anyMatch(REFLECTION));
    }
  }

  private static List<String> referring(Map<String, List<String>> classes, Predicate<String> to) {
    return classes.entrySet().stream()
        .filter(each -> each.getValue().stream().anyMatch(to))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** The classes of the two modules that a program runs with. */
  private static Map<String, List<String>> runtime() throws IOException {
    Map<String, List<String>> classes = new TreeMap<>(module(Json.class));
    classes.putAll(module(RpcNode.class));
    return classes;
  }

  /** The classes of a module, from its jar or its folder. */
  private static Map<String, List<String>> module(Class<?> one) throws IOException {
    Path where =
        Path.of(URI.create(one.getProtectionDomain().getCodeSource().getLocation().toString()));
    if (Files.isDirectory(where)) {
      return scan(where);
    }
    try (FileSystem jar = FileSystems.newFileSystem(where)) {
      return scan(jar.getPath("/"));
    }
  }

  private static Map<String, List<String>> scan(Path root) throws IOException {
    Map<String, List<String>> classes = new TreeMap<>();
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(each -> each.toString().endsWith(".class")).forEach(files::add);
    }
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        classes.put(root.relativize(file).toString(), ConstantPool.texts(in));
      }
    }
    return classes;
  }

  /** The classes that were made of generated sources. */
  private static Map<String, List<String>> generated(String contract) throws IOException {
    Map<String, List<String>> classes = new TreeMap<>();
    for (JavaFileObject file : Corpus.compileLoosely(Corpus.source(contract)).generatedFiles()) {
      if (file.getName().matches(".*(Stub|Skeleton|Marshaller)([$].*)?[.]class")) {
        try (InputStream in = file.openInputStream()) {
          classes.put(file.getName(), ConstantPool.texts(in));
        }
      }
    }
    return classes;
  }
}
