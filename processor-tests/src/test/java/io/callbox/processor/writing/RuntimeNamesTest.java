package io.callbox.processor.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javapoet.ClassName;
import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.StandardShape;
import io.callbox.processor.model.ValueMethods;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the processor names as text is in the runtime, and can be called from anywhere. */
final class RuntimeNamesTest {

  @Test
  void everyClassIsThere() throws Exception {
    List<String> missing = new ArrayList<>();
    int seen = 0;
    for (Field field : Library.class.getDeclaredFields()) {
      if (field.getType() == ClassName.class) {
        ClassName named = (ClassName) field.get(null);
        seen++;
        if (!isPublic(named)) {
          missing.add(named.toString());
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(seen > 20, seen + " classes");
  }

  @Test
  void everyReaderAndWriterIsThere() {
    List<String> missing =
        methods()
            .flatMap(methods -> Stream.of(methods.reader(), methods.writer()))
            .filter(name -> !isMethod(name))
            .toList();
    assertEquals(List.of(), missing);
    assertTrue(methods().count() > 40);
  }

  @Test
  void missingNameIsFound() {
    assertTrue(isMethod("Numbers.readInt"));
    assertTrue(!isMethod("Numbers.readNothing"));
    assertTrue(!isPublic(Marked.of("io.callbox.json", "Nothing")));
  }

  private static Stream<ValueMethods> methods() {
    return Stream.of(
            Arrays.stream(StandardShape.values()).map(StandardShape::methods),
            Arrays.stream(PrimitiveShape.values()).map(PrimitiveShape::methods),
            Arrays.stream(PrimitiveShape.values()).map(PrimitiveShape::arrayMethods),
            Arrays.stream(ContainerShape.Kind.values()).map(ContainerShape.Kind::methods))
        .flatMap(each -> each);
  }

  /** Whether a class has a public method of this name: static, but for those of the generator. */
  private static boolean isMethod(String qualified) {
    String owner = qualified.substring(0, qualified.lastIndexOf('.'));
    String name = qualified.substring(qualified.lastIndexOf('.') + 1);
    boolean generator = owner.equals(ValueMethods.GENERATOR);
    return Stream.of(methods(generator ? Library.GENERATOR : Library.json(owner)))
        .filter(method -> method.getName().equals(name))
        .anyMatch(method -> generator != Modifier.isStatic(method.getModifiers()));
  }

  private static Method[] methods(ClassName owner) {
    try {
      return Class.forName(binary(owner)).getMethods();
    } catch (ClassNotFoundException missing) {
      return new Method[0];
    }
  }

  private static boolean isPublic(ClassName named) {
    try {
      return Modifier.isPublic(Class.forName(binary(named)).getModifiers());
    } catch (ClassNotFoundException missing) {
      return false;
    }
  }

  private static String binary(ClassName marked) {
    String packageName = Marked.packageOf(marked.packageName().substring(1));
    return packageName + '.' + String.join("$", marked.simpleNames());
  }
}
