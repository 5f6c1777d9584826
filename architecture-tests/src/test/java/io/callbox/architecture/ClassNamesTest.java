package io.callbox.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.ClassTree;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No name invites code that needs a better one. */
final class ClassNamesTest {

  private static final Pattern COLLECTS =
      Pattern.compile(
          "\\w*(Utils?|Utilit(y|ies)|Helpers?|Managers?|Impls?|Commons?|Base)\\d*"
              + "|(Base|Abstract|Default|Common|Utils?|Helpers?|Manager|Impl)[A-Z]\\w*");

  @Test
  void noClassIsAPlaceForWhateverComes() {
    assertEquals(Set.of(), new Names().in(PublishedSources.all()));
    assertEquals(Set.of(), new Names().in(PublishedSources.tests()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class TextUtil {}",
        "interface Utils {}",
        "class Bad { static class CallHelper {} }",
        "enum QueueManager {}",
        "record CallImpl() {}",
        "class QueueBase {}",
        "abstract class AbstractQueue {}",
        "class DefaultQueue {}",
        "class Common {}",
        "class UtilsForQueues {}",
        "class CallImpl2 {}"
      })
  void nameIsFound(String bad) throws IOException {
    assertEquals(Set.of("Bad"), new Names().in(PublishedSources.parse(bad)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"class Basement {}", "class Simple {}", "record Defaults() {}"})
  void nameThatOnlySoundsLikeOneIsNot(String good) throws IOException {
    assertEquals(Set.of(), new Names().in(PublishedSources.parse(good)));
  }

  private static final class Names extends Search {

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (COLLECTS.matcher(type.getSimpleName()).matches()) {
        found();
      }
      return super.visitClass(type, null);
    }
  }
}
