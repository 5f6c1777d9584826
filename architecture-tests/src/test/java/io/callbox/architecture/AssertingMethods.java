package io.callbox.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The methods of some sources from which an assertion is reachable, as far as names tell: a call
 * leads to the methods with its name in its own class, in the classes that this one names, and in
 * those that they extend.
 */
final class AssertingMethods {

  /**
   * What fails a test by itself: a library's static methods, which are told by their names alone. A
   * method of an object, such as {@code pending.fail}, may be the product's, and proves nothing.
   */
  private static final Pattern ASSERTS = Pattern.compile("(assert|fail)([A-Z]\\w*)?");

  private static final Set<String> OF_A_LIBRARY = Set.of("", "Assertions");

  /** A failure that is made: no method has this name. */
  private static final Call FAILURE = new Call("", "assert");

  private final Map<String, Set<Type>> types = new HashMap<>();
  private final Set<Method> asserting = new HashSet<>();

  AssertingMethods(List<CompilationUnitTree> units) {
    for (CompilationUnitTree unit : units) {
      types
          .computeIfAbsent(PublishedSources.name(unit), name -> new HashSet<>())
          .add(new Type(unit));
    }
    boolean more;
    do {
      more = false;
      for (Set<Type> named : types.values()) {
        for (Type type : named) {
          more |= type.learn();
        }
      }
    } while (more);
  }

  /** Returns whether a method of a unit leads to an assertion. */
  boolean contains(CompilationUnitTree unit, MethodTree method) {
    return asserting.contains(new Method(unit, method.getName().toString()));
  }

  private record Method(CompilationUnitTree unit, String name) {}

  /** A call of a method of this object or class, which is empty if the call names none. */
  private record Call(String of, String name) {
    boolean isOfALibrary() {
      return OF_A_LIBRARY.contains(of) && ASSERTS.matcher(name).matches();
    }
  }

  /** The top-level class of a unit, with those in it. */
  private final class Type {

    private final CompilationUnitTree unit;
    private final Map<String, Set<Call>> calls = new HashMap<>();
    private final Set<String> named = new HashSet<>();

    Type(CompilationUnitTree unit) {
      this.unit = unit;
      new Reader().scan(unit, null);
    }

    /** Returns whether one more of its methods is known to assert. */
    boolean learn() {
      boolean more = false;
      for (Map.Entry<String, Set<Call>> each : calls.entrySet()) {
        Method method = new Method(unit, each.getKey());
        if (!asserting.contains(method) && each.getValue().stream().anyMatch(this::leads)) {
          more |= asserting.add(method);
        }
      }
      return more;
    }

    private boolean leads(Call call) {
      return (call.isOfALibrary() && !calls.containsKey(call.name))
          || (call.name.equals("check") && named.contains("ArchRule"))
          || asserting.contains(new Method(unit, call.name))
          || named.stream()
              .flatMap(name -> types.getOrDefault(name, Set.of()).stream())
              .anyMatch(type -> asserting.contains(new Method(type.unit, call.name)));
    }

    private final class Reader extends TreeScanner<Void, Void> {

      private String method = "";

      @Override
      public Void visitMethod(MethodTree declared, Void nothing) {
        String outer = method;
        method = declared.getName().toString();
        calls.computeIfAbsent(method, name -> new HashSet<>());
        super.visitMethod(declared, null);
        method = outer;
        return null;
      }

      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        add(called(call.getMethodSelect()));
        return super.visitMethodInvocation(call, null);
      }

      @Override
      public Void visitMemberReference(MemberReferenceTree member, Void nothing) {
        add(new Call(member.getQualifierExpression().toString(), member.getName().toString()));
        return super.visitMemberReference(member, null);
      }

      @Override
      public Void visitNewClass(NewClassTree made, Void nothing) {
        if (made.getIdentifier().toString().equals("AssertionError")) {
          add(FAILURE);
        }
        return super.visitNewClass(made, null);
      }

      @Override
      public Void visitIdentifier(IdentifierTree name, Void nothing) {
        named.add(name.getName().toString());
        return super.visitIdentifier(name, null);
      }

      @Override
      public Void visitImport(ImportTree imported, Void nothing) {
        named.addAll(List.of(imported.getQualifiedIdentifier().toString().split("\\.")));
        return super.visitImport(imported, null);
      }

      private void add(Call called) {
        calls.computeIfAbsent(method, name -> new HashSet<>()).add(called);
      }

      private static Call called(ExpressionTree select) {
        return select instanceof MemberSelectTree member
            ? new Call(member.getExpression().toString(), member.getIdentifier().toString())
            : new Call("", select.toString());
      }
    }
  }
}
