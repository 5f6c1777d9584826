package io.callbox.architecture;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * State belongs to an object that somebody makes and closes: two nodes in one process share none,
 * except for what is listed here. A collection that threads share says how, and not by a lock of
 * its own for each step.
 */
final class SharedStateTest {

  private static final Set<String> OLD =
      Set.of("java.util.Hashtable", "java.util.Stack", "java.util.Vector");

  private static final Pattern MUTABLE =
      Pattern.compile(
          "(Atomic\\w+|BitSet|Long(Adder|Accumulator)|StringBuilder|ThreadLocal"
              + "|(\\w*(Collection|Deque|List|Map|Queue|Set)))\\b.*",
          Pattern.DOTALL);

  private static final Pattern FIXED =
      Pattern.compile(
          "((List|Map|Set)\\.(copyOf|of|ofEntries)|Collections\\.(empty|unmodifiable)\\w+)\\(.*"
              + "|.*\\.toList\\(\\)|.*toUnmodifiable(List|Map|Set)\\(.*",
          Pattern.DOTALL);

  private static final Map<String, String> MAY_SYNCHRONIZE =
      Map.of(
          "Operations",
          "a type that users see may not be annotated with guards, and each use is a single step");

  private static final String OF_A_THREAD = "what one thread does now";
  private static final String OF_A_NAME = "a name, which is the same in each compilation";
  private static final String A_NUMBER = "only that each is another counts";
  private static final String FILLED_ONCE = "it is filled as its class is loaded, and then read";

  private static final Map<String, String> MAY_SHARE =
      Map.ofEntries(
          entry("Advice.INSTEAD", FILLED_ONCE),
          entry("CallContext.CURRENT", OF_A_THREAD),
          entry("CallbackExecutor.GATHERING", OF_A_THREAD),
          entry("CallbackTurn.CURRENT", OF_A_THREAD),
          entry("Library.OF_JSON", OF_A_NAME),
          entry("Marked.MARKS", OF_A_NAME),
          entry("Marked.NUMBERS", A_NUMBER),
          entry("Marked.PACKAGES", OF_A_NAME),
          entry("MemberCursor.NOTHING", "the empty set of all objects with few members"),
          entry("RecordMembers.ALL", FILLED_ONCE),
          entry("RecordMembers.WITHOUT_RESULT", FILLED_ONCE),
          entry("Scan.KNOWN", "the names of members that came last, 256 at most"),
          entry("TakeScript.PLACES", A_NUMBER),
          entry("TaskWatch.MADE", A_NUMBER));

  @Test
  void collectionsThatAreSharedSayHow() {
    assertEquals(
        MAY_SYNCHRONIZE.keySet(),
        PublishedClasses.whoDoes(SharedStateTest::isOld, PublishedClasses.all()));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        BadState.Synchronized.class,
        BadState.Old.class,
        BadState.Older.class,
        BadState.Oldest.class
      })
  void oldCollectionIsFound(Class<?> bad) {
    assertEquals(
        Set.of("BadState"),
        PublishedClasses.whoDoes(SharedStateTest::isOld, PublishedClasses.of(bad)));
  }

  @Test
  void noStaticFieldChanges() {
    assertEquals(Set.of(), changing(PublishedClasses.all()));
    assertEquals(
        Set.of("io.callbox.architecture.BadState$Shared.count"),
        changing(PublishedClasses.of(BadState.Shared.class)));
  }

  @Test
  void whatStaticFieldsHoldDoesNotChange() {
    assertEquals(new TreeSet<>(MAY_SHARE.keySet()), new SharedState().in(PublishedSources.all()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Bad { static final Map<String, String> state = new HashMap<>(); }",
        "class Bad { static final java.util.List<String> state = new ArrayList<>(List.of()); }",
        "class Bad { static final AtomicLong state = new AtomicLong(); }",
        "class Bad { static final ThreadLocal<String> state = new ThreadLocal<>(); }",
        "class Bad { static final Set<String> state = ConcurrentHashMap.newKeySet(); }",
        "class Bad { static final EnumMap<A, B> state; static { state = null; } }",
        "interface Bad { Map<String, String> state = new TreeMap<>(Map.of()); }"
      })
  void sharedStateIsFound(String bad) throws IOException {
    assertEquals(Set.of("Bad.state"), new SharedState().in(PublishedSources.parse(bad)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Bad { static final Map<String, String> NAMES = Map.of(); }",
        "class Bad { static final List<String> NAMES = Stream.of(A.values()).toList(); }",
        "class Bad { final Map<String, String> names = new HashMap<>(); }",
        "class Bad { static final Mapper MAPPER = new Mapper(); }"
      })
  void constantIsNot(String good) throws IOException {
    assertEquals(Set.of(), new SharedState().in(PublishedSources.parse(good)));
  }

  private static boolean isOld(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget called
        && ((called.getName().startsWith("synchronized")
                && called.getOwner().getName().equals("java.util.Collections"))
            || (called.getName().equals("<init>") && OLD.contains(called.getOwner().getName())));
  }

  private static Set<String> changing(Iterable<JavaClass> classes) {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : classes) {
      type.getFields().stream()
          .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
          .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
          .forEach(field -> found.add(field.getFullName()));
    }
    return found;
  }

  /** Finds constants that are none. */
  private static final class SharedState extends Search {

    @Override
    public Void visitVariable(VariableTree field, Void nothing) {
      ExpressionTree value = field.getInitializer();
      if (isStatic(field)
          && MUTABLE
              .matcher(field.getType().toString().replaceFirst("^([a-z]\\w*\\.)+", ""))
              .matches()
          && (value == null || !FIXED.matcher(value.toString()).matches())) {
        found(field.getName().toString());
      }
      return super.visitVariable(field, null);
    }

    private boolean isStatic(VariableTree field) {
      return field.getModifiers().getFlags().contains(Modifier.STATIC)
          || (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type
              && type.getKind() == Tree.Kind.INTERFACE);
    }
  }
}
