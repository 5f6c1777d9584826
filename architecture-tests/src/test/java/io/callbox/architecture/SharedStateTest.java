package io.callbox.architecture;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
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
 * except for what is listed here, with the reason why one node does not disturb another through it.
 * A collection that threads share says how, and not by a lock of its own for each step.
 */
final class SharedStateTest {

  private static final Set<String> OLD =
      Set.of("java.util.Hashtable", "java.util.Stack", "java.util.Vector");

  private static final Pattern MUTABLE =
      Pattern.compile(
          "(Atomic\\w+|BitSet|Cleaner|CompletableFuture|Long(Adder|Accumulator)|MessageLog"
              + "|Semaphore|StringBuilder|Thread|ThreadLocal|Timers?|\\w*(Executor\\w*|Lock|Random)"
              + "|\\w*(Collection|Deque|List|Map|Queue|Set))\\b.*",
          Pattern.DOTALL);

  private static final Pattern FIXED =
      Pattern.compile(
          "((List|Map|Set)\\.(copyOf|of|ofEntries)|Collections\\.(empty|unmodifiable)\\w+)\\(.*"
              + "|.*\\.toList\\(\\)|.*toUnmodifiable(List|Map|Set)\\(.*",
          Pattern.DOTALL);

  /** An array that is made empty, to be filled. Others are constants, unless an element is set. */
  private static final Pattern EMPTY = Pattern.compile("new \\w+\\[(?!0\\]).+\\]", Pattern.DOTALL);

  private static final Map<String, String> MAY_SYNCHRONIZE =
      Map.of(
          "Operations",
          "a type that users see may not be annotated with guards, and each use is a single step");

  private static final String OF_A_THREAD = "what one thread does now";
  private static final String OF_A_NAME = "a name, which is the same in each compilation";
  private static final String A_NUMBER = "only that each is another counts";
  private static final String FILLED_ONCE = "it is filled as its class is loaded, and then read";

  private static final String BY_LATER = "by the thread of Later";
  private static final String IDLE =
      "idle buffers by thread; whoever finds none makes one, so no node waits for another";

  /** Kinds of state that any class may share. */
  private static final Map<String, String> MAY_BE_SHARED =
      Map.of(
          "MessageLog",
          "the bound of a log is for the whole program, as the log is: a noisy node may silence"
              + " the same kind of line of another, which the next line counts",
          "SecureRandom",
          "its numbers do not depend on who asks for them");

  private static final Map<String, String> MAY_SHARE =
      Map.ofEntries(
          entry("Advice.INSTEAD", FILLED_ONCE),
          entry("CallContext.CURRENT", OF_A_THREAD),
          entry("CallbackExecutor.GATHERING", OF_A_THREAD),
          entry("CallbackTurn.CURRENT", OF_A_THREAD),
          entry("ClusterChange.NEXT", BY_LATER),
          entry("ForgettableItems.CLEANER", "one thread, whose tasks only cancel and do not wait"),
          entry("LateMessages.A_SECOND_LATER", BY_LATER),
          entry("Later.THREAD", "its tasks only send commands and do not wait"),
          entry("Library.OF_JSON", OF_A_NAME),
          entry("Marked.MARKS", OF_A_NAME),
          entry("Marked.NUMBERS", A_NUMBER),
          entry("Marked.PACKAGES", OF_A_NAME),
          entry("MessageBuffer.IDLE", IDLE),
          entry("MessageBuffer.ONES", FILLED_ONCE),
          entry("MessageBuffer.POWERS", FILLED_ONCE),
          entry("MessageBuffer.SHARED", IDLE),
          entry("MessageBuffer.TENS", FILLED_ONCE),
          entry("MemberCursor.NOTHING", "the empty set of all objects with few members"),
          entry("PlainDecimals.POWERS", FILLED_ONCE),
          entry("PooledJsonWriter.IDLE", IDLE),
          entry("RealTimers.SHARED", "the kit's delays in real time, whose tasks do not wait"),
          entry("RecordMembers.ALL", FILLED_ONCE),
          entry("RecordMembers.WITHOUT_RESULT", FILLED_ONCE),
          entry("Scan.KNOWN", "the names of members that came last, 256 at most"),
          entry("StaleMaster.CHANGES", "nodes that share a client change its master only once"),
          entry("TakeScript.PLACES", A_NUMBER),
          entry("TaskWatch.MADE", A_NUMBER),
          entry("TaskWatch.THREADS", "as many threads as there are tasks, so none waits"),
          entry("TextParser.ESCAPES", FILLED_ONCE),
          entry("ValueParser.IDLE", IDLE));

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
    SharedState search = new SharedState(changeable(PublishedSources.all()));
    assertEquals(new TreeSet<>(MAY_SHARE.keySet()), search.in(PublishedSources.all()));
    assertEquals(MAY_BE_SHARED.keySet(), search.kinds);
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
        "interface Bad { Map<String, String> state = new TreeMap<>(Map.of()); }",
        "class Bad { static final ScheduledThreadPoolExecutor state = thread(); }",
        "class Bad { static final Executor state = Later.after(SECOND); }",
        "class Bad { static final Semaphore state = new Semaphore(1); }",
        "class Bad { static final byte[] state = new byte[COUNT]; }",
        "class Bad { static final int[] state; static { state = numbers(); } }",
        "class Bad { static final int[] state = {1, 2}; void add() { state[0] += 1; } }",
        "class Bad { void set(int to) { Bad.state[0] = to; } static final int[] state = of(1); }",
        "class Bad { static final int[] state = {1}; int next() { return state[0]++; } }",
        "class Bad { static final Count state = new Count(); class Count { int calls; } }",
        "enum Bad { state; private int calls; }",
        "class Bad { static final Pool<A> state = new Pool<>();"
            + " class Pool<T> { final Map<A, T> idle = new ConcurrentHashMap<>(); } }"
      })
  void sharedStateIsFound(String bad) throws IOException {
    assertEquals(Set.of("Bad.state"), shared(bad));
  }

  private static Set<String> shared(String source) throws IOException {
    List<CompilationUnitTree> units = PublishedSources.parse(source);
    return new SharedState(changeable(units)).in(units);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Bad { static final Map<String, String> NAMES = Map.of(); }",
        "class Bad { static final List<String> NAMES = Stream.of(A.values()).toList(); }",
        "class Bad { final Map<String, String> names = new HashMap<>(); }",
        "class Bad { static final Mapper MAPPER = new Mapper(); }",
        "class Bad { static final Mapper MAPPER = new Mapper(); class Mapper { final int a; } }",
        "class Bad { static final A NONE = new A(); record A() {} } class A { int changes; }",
        "class Bad { static final byte[] NOTHING = new byte[0]; }",
        "class Bad { static final byte[] START = bytes(TEXT); byte a() { return START[0]; } }",
        "class Bad { static final int[] NUMBERS = {1, 2}; }",
        "class Bad { static final int[] NUMBERS = {1}; int a() { return -NUMBERS[0]; } }",
        "class Bad { static final int[] NUMBERS = {1}; void a() { int[] b = {1}; b[0] = 1; } }",
        "class Bad { static final MessageLog LOST = MessageLog.of(LOG, TEXT); }"
      })
  void constantIsNot(String good) throws IOException {
    assertEquals(Set.of(), shared(good));
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

  /** Returns for each class whether its objects change, as far as its own fields tell. */
  private static Map<String, Boolean> changeable(List<CompilationUnitTree> units) {
    Map<String, Boolean> changeable = new HashMap<>();
    new Search() {
      @Override
      public Void visitClass(ClassTree type, Void nothing) {
        boolean changes =
            Set.of(Tree.Kind.CLASS, Tree.Kind.ENUM).contains(type.getKind())
                && type.getMembers().stream()
                    .anyMatch(each -> each instanceof VariableTree field && changes(field, type));
        String name = type.getSimpleName().toString();
        boolean nested = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
        changeable.merge(nested ? name() + '.' + name : name, changes, Boolean::logicalOr);
        return super.visitClass(type, null);
      }
    }.in(units);
    return changeable;
  }

  private static boolean changes(VariableTree field, ClassTree type) {
    return !isStatic(field, type)
        && (!field.getModifiers().getFlags().contains(Modifier.FINAL) || isMade(field));
  }

  private static boolean isMade(VariableTree field) {
    String type = typeOf(field);
    return type.startsWith("Atomic")
        || (MUTABLE.matcher(type).matches() && field.getInitializer() instanceof NewClassTree);
  }

  private static boolean isStatic(VariableTree field, ClassTree type) {
    return field.getModifiers().getFlags().contains(Modifier.STATIC)
        || type.getKind() == Tree.Kind.INTERFACE;
  }

  /** Without its package. */
  private static String typeOf(VariableTree field) {
    return field.getType().toString().replaceFirst("^([a-z]\\w*\\.)+(?=[A-Z])", "");
  }

  /** Finds constants that are none. */
  private static final class SharedState extends Search {

    private final Map<String, Boolean> changeable;
    private final Set<String> kinds = new TreeSet<>();
    private final Set<String> arrays = new TreeSet<>();
    private final Set<String> set = new TreeSet<>();

    SharedState(Map<String, Boolean> changeable) {
      this.changeable = changeable;
    }

    @Override
    public Void visitCompilationUnit(CompilationUnitTree unit, Void nothing) {
      arrays.clear();
      set.clear();
      super.visitCompilationUnit(unit, null);
      set.retainAll(arrays);
      set.forEach(this::found);
      return null;
    }

    @Override
    public Void visitVariable(VariableTree field, Void nothing) {
      if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type
          && isStatic(field, type)) {
        String kind = typeOf(field).replaceFirst("<.*", "");
        if (MAY_BE_SHARED.containsKey(kind)) {
          kinds.add(kind);
        } else if (isState(field, kind)) {
          found(field.getName().toString());
        } else if (kind.endsWith("[]")) {
          arrays.add(field.getName().toString());
        }
      }
      return super.visitVariable(field, null);
    }

    private boolean isState(VariableTree field, String kind) {
      String value = String.valueOf(field.getInitializer());
      if (kind.endsWith("[]")) {
        return value.equals("null") || EMPTY.matcher(value).matches();
      }
      return (changes(kind) || MUTABLE.matcher(kind).matches()) && !FIXED.matcher(value).matches();
    }

    /** A class within this one hides another one with its name. */
    private boolean changes(String kind) {
      return changeable.getOrDefault(name() + '.' + kind, changeable.getOrDefault(kind, false));
    }

    @Override
    void writes(ExpressionTree to) {
      if (to instanceof ArrayAccessTree element) {
        set.add(element.getExpression().toString().replaceFirst("^(\\w+\\.)+", ""));
      }
    }
  }
}
