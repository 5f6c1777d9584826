package io.callbox.processor;

import io.callbox.processor.validation.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;

/**
 * The user's options {@code -Acallbox.…}.
 *
 * @param given the options that begin with {@code callbox.}, sorted
 */
record Options(Map<String, String> given) {

  private static final String PREFIX = "callbox.";
  private static final String STRICT = "callbox.strict";
  private static final String COMPONENT_MODEL = "callbox.componentModel";

  /** All known options. */
  static final Set<String> KNOWN = Set.of(STRICT, COMPONENT_MODEL);

  static Options of(ProcessingEnvironment environment) {
    Map<String, String> given = new TreeMap<>();
    environment
        .getOptions()
        .forEach(
            (name, value) -> {
              if (name.startsWith(PREFIX)) {
                given.put(name, value == null ? "" : value);
              }
            });
    return new Options(given);
  }

  /** Returns whether warnings are errors. A name without a value means yes. */
  boolean strict() {
    return given.containsKey(STRICT) && !given.get(STRICT).equals("false");
  }

  /** The container that finds stubs; none if the option is missing or unknown. */
  ComponentModel componentModel() {
    return ComponentModel.of(given.getOrDefault(COMPONENT_MODEL, "")).orElse(ComponentModel.NONE);
  }

  void printProblems(Messager messager) {
    for (String name : given.keySet()) {
      if (!KNOWN.contains(name)) {
        print(
            ProblemCode.UNKNOWN_OPTION,
            "there is no option " + name + "; did you mean " + nearest(name) + "?",
            messager);
      }
    }
    String strict = given.getOrDefault(STRICT, "");
    if (!List.of("", "true", "false").contains(strict)) {
      print(
          ProblemCode.BAD_OPTION,
          STRICT + " is '" + strict + "', but can only be true or false",
          messager);
    }
    String model = given.getOrDefault(COMPONENT_MODEL, ComponentModel.NONE.text());
    if (ComponentModel.of(model).isEmpty()) {
      print(
          ProblemCode.BAD_OPTION,
          COMPONENT_MODEL
              + " is '"
              + model
              + "', but can only be one of "
              + String.join(", ", ComponentModel.texts()),
          messager);
    }
  }

  private static String nearest(String name) {
    return KNOWN.stream().min((a, b) -> distance(a, name) - distance(b, name)).orElseThrow();
  }

  /**
   * Returns the number of characters of the longer name after their common beginning, because the
   * names of options begin alike. The command line, which shares no code with this, compares names
   * of services by the number of letters to change.
   */
  private static int distance(String known, String name) {
    int same = 0;
    while (same < Math.min(known.length(), name.length())
        && known.charAt(same) == name.charAt(same)) {
      same++;
    }
    return Math.max(known.length(), name.length()) - same;
  }

  private void print(ProblemCode code, String message, Messager messager) {
    Diagnostic.Kind kind = code.fails(strict()) ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
    messager.printMessage(kind, code.id() + ": " + message);
  }
}
