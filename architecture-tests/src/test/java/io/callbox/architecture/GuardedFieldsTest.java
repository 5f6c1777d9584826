package io.callbox.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A field that is written under a lock, or a collection that is used under one, says so in a form
 * that Error Prone checks: {@code GuardedBy}. Otherwise the next method may leave the lock out.
 */
final class GuardedFieldsTest {

  /** Fields of one thread, which it happens to write under a lock that is for others. */
  private static final Map<String, String> MAY_BE_UNGUARDED =
      Map.of(
          "BatchResponse.addresses", "nobody writes after the last response, which is read then",
          "BatchResponse.responses", "nobody writes after the last response, which is read then",
          "PushLane.many", "only the thread that owns the next push has it",
          "PushLane.manyNanos", "only the thread that owns the next push has it",
          "RemoteServiceProcessor.strays", "javac calls a processor on one thread");

  private static final Set<String> COLLECTIONS =
      Set.of(
          "ArrayDeque",
          "ArrayList",
          "BitSet",
          "EnumMap",
          "HashMap",
          "HashSet",
          "IdentityHashMap",
          "LinkedHashMap",
          "LinkedHashSet",
          "LinkedList",
          "PriorityQueue",
          "StringBuilder",
          "TreeMap",
          "TreeSet",
          "WeakHashMap");

  @Test
  void whatALockGuardsSaysSo() {
    assertEquals(
        new TreeSet<>(MAY_BE_UNGUARDED.keySet()), new UnguardedFields().in(PublishedSources.all()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "private int at; synchronized void act() { at++; }",
        "private int at; void act() { synchronized (this) { at = 1; } }",
        "private int at; void act() { synchronized (lock) { run(() -> this.at += 2); } }",
        "private int at; void act() { lock.lock(); try { at--; } finally { lock.unlock(); } }",
        "private int at; void act() { try { at--; } finally { lock.unlockWrite(stamp); } }",
        "private final int[] at = new int[2]; synchronized void act() { at[1]++; }",
        "private int at; @GuardedBy(\"lock\") private void act() { at = 1; }",
        "private final Set<A> all = new HashSet<>(); synchronized void act() { all.clear(); }",
        "private static int at; static synchronized void act() { at = 1; }",
        "private int at; class Inner { void act() { synchronized (lock) { at = 1; } } }"
      })
  void unguardedFieldIsFound(String body) throws IOException {
    assertEquals(Set.of("Bad"), fieldsOf(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@GuardedBy(\"this\") private int at; synchronized void act() { at++; }",
        "private volatile int at; synchronized void act() { at++; }",
        "private int at; void act() { at++; }",
        "private int at; synchronized void act() { int at = 0; at++; }",
        "private final Map<A, B> all = new ConcurrentHashMap<>(); synchronized void act() {"
            + " all.clear(); }",
        "private final Set<A> all = new HashSet<>(); void act() { all.clear(); }"
      })
  void otherFieldIsNot(String body) throws IOException {
    assertEquals(Set.of(), fieldsOf(body));
  }

  private static Set<String> fieldsOf(String body) throws IOException {
    Set<String> found = new TreeSet<>();
    new UnguardedFields()
        .in(PublishedSources.parse("class Bad { " + body + " }"))
        .forEach(each -> found.add(each.replaceFirst("\\..*", "")));
    return found;
  }

  private static final class UnguardedFields extends Search {
    private boolean locked;

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      boolean holds =
          method.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED)
              || isGuarded(method.getModifiers());
      return under(holds, () -> super.visitMethod(method, null));
    }

    @Override
    public Void visitSynchronized(SynchronizedTree block, Void nothing) {
      return under(true, () -> super.visitSynchronized(block, null));
    }

    @Override
    public Void visitTry(TryTree tried, Void nothing) {
      boolean unlocks =
          tried.getFinallyBlock() != null
              && contains(
                  tried.getFinallyBlock(),
                  each ->
                      each instanceof MemberSelectTree called
                          && called.getIdentifier().toString().startsWith("unlock"));
      return under(locked || unlocks, () -> super.visitTry(tried, null));
    }

    private Void under(boolean lock, Runnable visit) {
      boolean before = locked;
      locked = lock;
      visit.run();
      locked = before;
      return null;
    }

    @Override
    public Void visitIdentifier(IdentifierTree used, Void nothing) {
      VariableTree field = locked ? field(used.getName().toString(), false) : null;
      if (field != null
          && field.getInitializer() instanceof NewClassTree made
          && COLLECTIONS.contains(made.getIdentifier().toString().replaceFirst("<.*", ""))
          && !isGuarded(field.getModifiers())) {
        found(field.getName().toString());
      }
      return super.visitIdentifier(used, null);
    }

    @Override
    void writes(ExpressionTree target) {
      if (target instanceof ArrayAccessTree element) {
        writes(element.getExpression());
        return;
      }
      String name = target.toString();
      boolean own = name.startsWith("this.");
      VariableTree field = locked ? field(name.replaceFirst("^this\\.", ""), own) : null;
      if (field != null
          && !field.getModifiers().getFlags().contains(Modifier.VOLATILE)
          && !isGuarded(field.getModifiers())) {
        found(field.getName().toString());
      }
    }

    private static boolean isGuarded(ModifiersTree modifiers) {
      return modifiers.getAnnotations().stream()
          .anyMatch(each -> each.getAnnotationType().toString().endsWith("GuardedBy"));
    }

    /** The field with a name; null if there is none, or a variable of a method hides it. */
    private @Nullable VariableTree field(String name, boolean own) {
      for (TreePath at = getCurrentPath(); at != null; at = at.getParentPath()) {
        Tree tree = at.getLeaf();
        if (tree instanceof ClassTree type) {
          VariableTree field = named(type.getMembers(), name);
          if (field != null) {
            return field;
          }
        } else if (!own
            && (tree instanceof MethodTree || tree instanceof LambdaExpressionTree)
            && contains(tree, each -> each instanceof VariableTree local && isNamed(local, name))) {
          return null;
        }
      }
      return null;
    }

    private static @Nullable VariableTree named(Iterable<? extends Tree> members, String name) {
      for (Tree member : members) {
        if (member instanceof VariableTree field && isNamed(field, name)) {
          return field;
        }
      }
      return null;
    }

    private static boolean isNamed(VariableTree variable, String name) {
      return variable.getName().contentEquals(name);
    }
  }
}
