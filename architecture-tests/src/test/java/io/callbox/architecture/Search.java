package io.callbox.architecture;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Looks for a habit in sources. For one search. */
abstract class Search extends TreePathScanner<Void, Void> {

  private final Set<String> found = new TreeSet<>();

  /** Returns what {@link #found} was told: as a rule, the names of classes. */
  final Set<String> in(List<CompilationUnitTree> units) {
    units.forEach(unit -> scan(unit, null));
    return found;
  }

  /** The class that is read has the habit. */
  final void found() {
    found.add(name());
  }

  /** A part of the class that is read has the habit. */
  final void found(String part) {
    found.add(name() + '.' + part);
  }

  /** The name of the class that is read. */
  final String name() {
    return PublishedSources.name(getCurrentPath().getCompilationUnit());
  }

  /** The source of a part of the class that is read, with its comments. */
  final String text(Tree part) {
    CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
    try {
      return unit.getSourceFile()
          .getCharContent(true)
          .subSequence(
              (int) PublishedSources.POSITIONS.getStartPosition(unit, part),
              (int) PublishedSources.POSITIONS.getEndPosition(unit, part))
          .toString();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The method, or the lambda, that is read. */
  final Tree method() {
    TreePath path = getCurrentPath();
    while (!(path.getLeaf() instanceof MethodTree
        || path.getLeaf() instanceof LambdaExpressionTree
        || path.getLeaf() instanceof ClassTree)) {
      path = path.getParentPath();
    }
    return path.getLeaf();
  }

  @Override
  public final Void visitAssignment(AssignmentTree write, Void nothing) {
    writes(write.getVariable());
    return super.visitAssignment(write, null);
  }

  @Override
  public final Void visitCompoundAssignment(CompoundAssignmentTree write, Void nothing) {
    writes(write.getVariable());
    return super.visitCompoundAssignment(write, null);
  }

  @Override
  public final Void visitUnary(UnaryTree unary, Void nothing) {
    if (unary.getKind().name().endsWith("CREMENT")) {
      writes(unary.getExpression());
    }
    return super.visitUnary(unary, null);
  }

  /** Receives each variable, field or element of an array to which the class writes. */
  void writes(ExpressionTree target) {}

  /** Returns whether a tree, or one below it, is like this. */
  static boolean contains(Tree tree, Predicate<Tree> wanted) {
    AtomicBoolean there = new AtomicBoolean();
    new TreeScanner<Void, Void>() {
      @Override
      public Void scan(Tree each, Void nothing) {
        if (each != null && wanted.test(each)) {
          there.set(true);
        }
        return super.scan(each, null);
      }
    }.scan(tree, null);
    return there.get();
  }
}
