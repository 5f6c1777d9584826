package io.callbox.processor.reading;

import io.callbox.processor.model.UniqueNames;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.SourceVersion;

/**
 * Names for variables of generated code that hold the user's values: the user's own, except where
 * generated code needs the name itself. For one method or type, and one thread.
 */
final class LocalNames {

  private static final List<String> OF_GENERATED_CODE =
      List.of("in", "out", "members", "channel", "options");

  /** A record's component may not be called like a method of every object. */
  private static final List<String> OF_EVERY_OBJECT =
      List.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private final UniqueNames names;

  private LocalNames(List<String> taken) {
    List<String> all = new ArrayList<>(OF_GENERATED_CODE);
    all.addAll(taken);
    this.names = new UniqueNames(all);
  }

  static LocalNames ofParameters() {
    return new LocalNames(OF_EVERY_OBJECT);
  }

  static LocalNames ofMembers() {
    return new LocalNames(List.of());
  }

  static LocalNames ofExceptionFields() {
    return new LocalNames(List.of("message"));
  }

  String of(String name) {
    return names.underscored(SourceVersion.isKeyword(name) ? name + '_' : name);
  }
}
