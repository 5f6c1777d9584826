package io.callbox.processor.writing;

import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The source of a class whose types are {@link Marked}: names them as short as the file's imports
 * allow. The first of two types with one simple name is imported, unless the class or its package
 * has a type of this name, or the class inherits something that has it. For one thread.
 */
public final class MarkedText {

  /** In place of a package, for names that mean what is nested in the class, or inherited. */
  private static final String MEMBER = "";

  private final String packageName;
  private final String marked;
  private final List<Name> names = new ArrayList<>();
  private final Map<String, String> packages = new HashMap<>();

  /**
   * Renders a class of a package.
   *
   * @param inherited the names of nested types and constants that the class inherits
   */
  public MarkedText(String packageName, TypeSpec type, Set<String> inherited) {
    this.packageName = packageName;
    this.marked = type.toString();
    findNames();
    packages.put(type.name(), packageName);
    type.typeSpecs().forEach(nested -> packages.put(nested.name(), MEMBER));
    inherited.forEach(name -> packages.put(name, MEMBER));
    names.forEach(name -> name.claim(true));
    names.forEach(name -> name.claim(false));
  }

  private void findNames() {
    for (int at = 0; at < marked.length(); at++) {
      if (marked.charAt(at) == Marked.BEGIN) {
        names.add(new Name(at));
      }
    }
  }

  /** The class, without package and imports. */
  public String text() {
    StringBuilder text = new StringBuilder(marked.length());
    int done = 0;
    for (Name name : names) {
      text.append(marked, done, name.from).append(name.shortest());
      done = name.end;
    }
    return text.append(marked, done, marked.length()).toString();
  }

  /** What is imported, in the order of the alphabet. */
  public List<String> imports() {
    return names.stream()
        .filter(Name::isImported)
        .map(Name::qualified)
        .distinct()
        .sorted()
        .toList();
  }

  /** A type where it is mentioned: its mark, a dot, and the name of the outermost class. */
  private final class Name {

    private final String packageName;
    private final String simpleName;
    private final int from;
    private final int end;

    Name(int from) {
      int dot = marked.indexOf('.', from);
      int after = dot + 1;
      int each = marked.codePointAt(after);
      while (Character.isJavaIdentifierPart(each)) {
        after += Character.charCount(each);
        each = marked.codePointAt(after);
      }
      this.packageName = Marked.packageOf(marked.substring(from + 1, dot));
      this.simpleName = marked.substring(dot + 1, after);
      this.from = from;
      this.end = after;
    }

    /** Takes its simple name if that is free; types of the file's own package come first. */
    void claim(boolean own) {
      if (packageName.equals(MarkedText.this.packageName) == own) {
        packages.putIfAbsent(simpleName, packageName);
      }
    }

    boolean isImported() {
      return !packageName.equals(MarkedText.this.packageName)
          && packageName.equals(packages.get(simpleName));
    }

    String shortest() {
      boolean isShort = packageName.isEmpty() || packageName.equals(packages.get(simpleName));
      return isShort ? simpleName : qualified();
    }

    String qualified() {
      return packageName + '.' + simpleName;
    }
  }
}
