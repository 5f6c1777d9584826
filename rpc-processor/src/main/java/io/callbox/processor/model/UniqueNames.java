package io.callbox.processor.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Gives out each name once: a second request for it gets a number or an underscore at the end. */
public final class UniqueNames {

  private final Set<String> taken;

  /** Creates it for names other than these. */
  public UniqueNames(Collection<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** Returns the wanted name, or the name with the first number that is free. */
  public String numbered(String wanted) {
    String name = wanted;
    for (int number = 2; !taken.add(name); number++) {
      name = wanted + number;
    }
    return name;
  }

  /** Returns the wanted name, with as few underscores at its end as necessary. */
  public String underscored(String wanted) {
    String name = wanted;
    while (!taken.add(name)) {
      name += '_';
    }
    return name;
  }
}
