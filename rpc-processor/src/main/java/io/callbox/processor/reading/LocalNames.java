package io.callbox.processor.reading;

import io.callbox.processor.model.UniqueNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Names for variables of generated code with the user's values: the user's own names, unless a
 * generated method needs the name itself, for another variable or for a type. No such name begins
 * with a capital letter, as constants and types of the runtime do.
 */
final class LocalNames {

  private final Collection<String> typeHeads;
  private final Set<String> given = new HashSet<>();

  /** Creates names for code that mentions types with these first words. */
  LocalNames(Collection<String> typeHeads) {
    this.typeHeads = List.copyOf(typeHeads);
  }

  /** Returns whether any of these words is the name of a variable. */
  boolean gave(Collection<String> words) {
    return !Collections.disjoint(given, words);
  }

  /** Names for the parameters of a method, in stub, marshaller and skeleton. */
  Scope ofParameters() {
    return new Scope(
        "in", "out", "members", "channel", "options", "skeleton", "responder", "implementation");
  }

  /** Returns names for the members of a type, where the type is read. */
  Scope ofMembers() {
    return new Scope("in", "members", "refusal");
  }

  /** Returns names for the fields of an exception, where the exception is read. */
  Scope ofExceptionFields() {
    return new Scope("in", "members", "message");
  }

  /** The names in one method or type. For one thread. */
  final class Scope {

    private final UniqueNames names;

    private Scope(String... ofGeneratedCode) {
      List<String> taken = new ArrayList<>(Arrays.asList(ofGeneratedCode));
      taken.addAll(typeHeads);
      this.names = new UniqueNames(taken);
    }

    String of(String wanted) {
      String small = Character.toLowerCase(wanted.charAt(0)) + wanted.substring(1);
      String name = names.underscored(SourceVersion.isKeyword(small) ? small + '_' : small);
      given.add(name);
      return name;
    }
  }
}
