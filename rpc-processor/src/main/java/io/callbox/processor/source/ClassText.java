package io.callbox.processor.source;

import io.callbox.processor.source.SourceWriter.Mention;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The source of a class, which names other classes as short as the file's imports allow. The first
 * of two with one simple name is imported, unless the class or its package has a type of this name,
 * or the class inherits something that has it. For one thread.
 */
public final class ClassText {

  /** In place of a package, for names that mean what is nested in the class, or inherited. */
  private static final String MEMBER = "";

  private final String packageName;
  private final SourceWriter written = new SourceWriter();
  private final Map<String, String> packages = new HashMap<>();

  /**
   * Lays out a class of a package.
   *
   * @param inherited the names of nested types and constants that the class inherits
   */
  public ClassText(String packageName, TypeSpec type, Set<String> inherited) {
    this.packageName = packageName;
    type.writeTo(written);
    packages.put(type.name(), packageName);
    type.nested().forEach(nested -> packages.put(nested.name(), MEMBER));
    inherited.forEach(name -> packages.put(name, MEMBER));
    claim(true);
    claim(false);
  }

  /** Types of the file's own package come before those of others. */
  private void claim(boolean own) {
    for (Mention mention : written.mentions()) {
      ClassName type = mention.type();
      if (type.packageName().equals(packageName) == own) {
        packages.putIfAbsent(type.outermost(), type.packageName());
      }
    }
  }

  /** The class, without package and imports. */
  public String text() {
    StringBuilder laidOut = written.text();
    StringBuilder text = new StringBuilder(laidOut.length() + laidOut.length() / 4);
    int done = 0;
    for (Mention mention : written.mentions()) {
      ClassName type = mention.type();
      text.append(laidOut, done, mention.at());
      done = mention.at();
      if (!type.packageName().isEmpty() && !isShort(type)) {
        text.append(type.packageName()).append('.');
      }
    }
    return text.append(laidOut, done, laidOut.length()).toString();
  }

  /** What is imported, in the order of the alphabet. */
  public List<String> imports() {
    return written.mentions().stream()
        .map(Mention::type)
        .filter(type -> !type.packageName().equals(packageName) && isShort(type))
        .map(type -> type.packageName() + '.' + type.outermost())
        .distinct()
        .sorted()
        .toList();
  }

  private boolean isShort(ClassName type) {
    return type.packageName().equals(packages.get(type.outermost()));
  }
}
