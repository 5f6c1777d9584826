package io.callbox.processor.writing;

import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The source of a class whose types are {@link Marked}. It names types as short as the file's
 * imports allow. The first of two types with one simple name is imported, unless the class or its
 * package has a type of this name, or the class inherits something that has it. For one thread.
 */
public final class MarkedText {

  /** The mark, in place of a package's, for names of nested or inherited types. */
  private static final String MEMBER = "";

  private final String packageName;
  private final String marked;
  private final Map<String, Name> names = new LinkedHashMap<>();
  private final List<Mention> mentions = new ArrayList<>();
  private final Map<String, String> packages = new HashMap<>();

  /**
   * Renders a class of a package.
   *
   * @param inherited the names of nested types and constants that the class inherits
   */
  public MarkedText(String packageName, TypeSpec type, Set<String> inherited) {
    this.packageName = packageName;
    this.marked = type.toString();
    findMentions();
    packages.put(type.name(), packageName);
    type.typeSpecs().forEach(nested -> packages.put(nested.name(), MEMBER));
    inherited.forEach(name -> packages.put(name, MEMBER));
    names.values().forEach(name -> name.claim(true));
    names.values().forEach(name -> name.claim(false));
  }

  private void findMentions() {
    int from = marked.indexOf(Marked.BEGIN);
    while (from >= 0) {
      int dot = marked.indexOf('.', from);
      int end = endOfName(dot + 1);
      String mentioned = marked.substring(from + 1, end);
      Name name = names.get(mentioned);
      if (name == null) {
        name = new Name(mentioned, dot - from - 1);
        names.put(mentioned, name);
      }
      mentions.add(new Mention(name, from, end));
      from = marked.indexOf(Marked.BEGIN, end);
    }
  }

  private int endOfName(int start) {
    int end = start;
    int each = marked.codePointAt(end);
    while (Character.isJavaIdentifierPart(each)) {
      end += Character.charCount(each);
      each = marked.codePointAt(end);
    }
    return end;
  }

  /** Returns the class, without package and imports. */
  public String text() {
    StringBuilder text = new StringBuilder(marked.length());
    int done = 0;
    for (Mention mention : mentions) {
      text.append(marked, done, mention.from()).append(mention.name().shortest());
      done = mention.end();
    }
    return text.append(marked, done, marked.length()).toString();
  }

  /** Returns the imports, in alphabetical order. */
  public List<String> imports() {
    return names.values().stream().filter(Name::isImported).map(Name::qualified).sorted().toList();
  }

  /** The place of a mention of a name. */
  private record Mention(Name name, int from, int end) {}

  /** A type that is mentioned: a mark, a dot, and the name of the outermost class. */
  private final class Name {

    private final String packageName;
    private final String simpleName;

    Name(String mentioned, int dot) {
      this.packageName = Marked.packageOf(mentioned.substring(0, dot));
      this.simpleName = mentioned.substring(dot + 1);
    }

    /** Takes its simple name if the name is free; types of the file's own package come first. */
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
